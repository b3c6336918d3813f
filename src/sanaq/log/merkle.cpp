#include "sanaq/log/merkle.h"

#include <algorithm>

#include "sanaq/base/check.h"
#include "sanaq/base/sha256.h"

namespace sanaq::log {
namespace {

constexpr std::string_view lower_hex = "0123456789abcdef";

std::string_view view_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// Of a lower-case hex digit; -1 for anything else.
int value_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

// Made once a thread: ten million leaves are hashed one after another.
base::Sha256& hasher() {
  thread_local base::Sha256 one;
  return one;
}

}  // namespace

Hash sha256(std::string_view bytes) {
  hasher().add(bytes);
  return hasher().digest();
}

Hash leaf_hash(std::string_view entry) {
  hasher().add(std::string_view("\0", 1));
  return sha256(entry);
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<char, 1 + 2 * sizeof(Hash)> bytes{1};
  std::copy(left.begin(), left.end(), bytes.begin() + 1);
  std::copy(right.begin(), right.end(), bytes.begin() + 1 + sizeof(Hash));
  return sha256({bytes.data(), bytes.size()});
}

Hash empty_root() { return sha256(""); }

Hash root_of_row(std::vector<Hash> row) {
  for (; row.size() > 1; row.resize(row.size() / 2))
    for (std::size_t at = 0; at < row.size() / 2; ++at)
      row[at] = node_hash(row[2 * at], row[2 * at + 1]);
  return row[0];
}

std::string bytes_of(const Hash& hash) { return std::string(view_of(hash)); }

Hash hash_of(std::string_view bytes) {
  Hash hash{};
  base::check(bytes.size() == hash.size(), "a hash has 32 bytes");
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::string hex_of(const Hash& hash) {
  std::string hex(2 * hash.size(), '0');
  for (std::size_t at = 0; at < hash.size(); ++at) {
    hex[2 * at] = lower_hex[hash[at] >> 4];
    hex[2 * at + 1] = lower_hex[hash[at] & 15];
  }
  return hex;
}

std::optional<Hash> hash_of_hex(std::string_view hex) {
  Hash hash{};
  if (hex.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t at = 0; at < hash.size(); ++at) {
    const int high = value_of(hex[2 * at]), low = value_of(hex[2 * at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[at] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return hash;
}

}  // namespace sanaq::log
