#include "sanaq/intake/limits.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cmath>

#include "sanaq/base/hmac.h"
#include "sanaq/base/random_bytes.h"

namespace sanaq::intake {
namespace {

constexpr double hour_seconds = 3600, day_seconds = 24 * hour_seconds;
constexpr std::size_t address_most = 64, places_most = std::size_t{1} << 17;

// Under which tor tells of circuits: HiddenServiceExportCircuitID haproxy.
constexpr std::array<unsigned char, 8> onion = {0xfc, 0x00, 0xde, 0xad, 0xbe, 0xef, 0x4d, 0xad};

}  // namespace

std::string counted_place(std::string_view address) {
  if (address.size() > address_most) return "";
  boost::system::error_code failed;
  const auto read = boost::asio::ip::make_address(std::string(address), failed);
  if (failed) return "";
  if (read.is_v4()) return read.to_string();
  const boost::asio::ip::address_v6 six = read.to_v6();
  if (six.is_v4_mapped())
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, six).to_string();
  boost::asio::ip::address_v6::bytes_type bytes = six.to_bytes();
  const auto* const middle = bytes.begin() + onion.size();
  if (!std::equal(onion.begin(), onion.end(), bytes.begin()))
    std::fill(bytes.begin() + (middle - bytes.begin()), bytes.end(), 0);
  return boost::asio::ip::address_v6(bytes).to_string();
}

CommentLimit::CommentLimit(int most_an_hour) : most_(most_an_hour), key_(base::random_bytes(32)) {}

int CommentLimit::minutes_to_wait(std::string_view place, double now) {
  if (most_ == 0 || place.empty()) return 0;
  const std::scoped_lock lock(alone_);
  forget_old(now);
  Seen& seen = seen_[base::hmac_sha256_hex(key_, place)];
  if (seen.count == 0 || now - seen.from >= hour_seconds) seen = {now, 0};
  if (seen.count >= most_)
    return std::max(1, static_cast<int>(std::ceil((seen.from + hour_seconds - now) / 60)));
  ++seen.count;
  return 0;
}

void CommentLimit::forget_old(double now) {
  if (now - key_from_ >= day_seconds) {
    key_ = base::random_bytes(32);
    key_from_ = now;
    seen_.clear();
  }
  if (now - swept_ < 60) return;
  swept_ = now;
  std::erase_if(seen_, [&](const auto& each) { return now - each.second.from >= hour_seconds; });
  // Whoever has so many addresses is not held by a limit for each.
  if (seen_.size() > places_most) seen_.clear();
}

std::size_t CommentLimit::place_count() const {
  const std::scoped_lock lock(alone_);
  return seen_.size();
}

bool has_room(Coming coming, const DiskRoom& disk) {
  constexpr std::int64_t least = std::int64_t{256} << 20;
  const auto share = [&](int percent) { return disk.free >= disk.whole / 100 * percent; };
  switch (coming) {
    case Coming::file:
      return share(30) && disk.free >= least;
    case Coming::comment:
      return share(20) && disk.free >= least;
    case Coming::text:
      break;
  }
  return share(2) && disk.free >= least;
}

}  // namespace sanaq::intake
