// How often one place may send comments. Testimony has no such limit.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sanaq::intake {

constexpr int comments_an_hour = 30;

// From where a comment came, as the proxy says it: an onion circuit (fc00:dead:beef:4dad::/64 of
// HiddenServiceExportCircuitID) as a whole address, an IPv4 address, or the /64 of an IPv6 one. ""
// for what is no address: it is not counted.
[[nodiscard]] std::string counted_place(std::string_view address);

// Counts by an HMAC of the place under a key that lives a day in memory and is never stored. Times
// are seconds that never go back. May be used by any thread.
class CommentLimit {
 public:
  explicit CommentLimit(int most_an_hour = comments_an_hour);  // 0: no limit
  // Counts one, and returns 0; or counts none, and returns after how many minutes (at least 1) one
  // more may come.
  [[nodiscard]] int minutes_to_wait(std::string_view place, double now);
  [[nodiscard]] std::size_t place_count() const;  // that are remembered now

 private:
  void forget_old(double now);

  struct Seen {
    double from = 0;
    int count = 0;
  };
  mutable std::mutex alone_;
  int most_;
  std::string key_;
  double key_from_ = 0, swept_ = 0;
  std::map<std::string, Seen> seen_;
};

// What still fits on a disk, in bytes.
struct DiskRoom {
  std::int64_t free = 0, whole = 0;
};
enum class Coming { file, comment, text };
// Files are refused where less than 30 % of the disk is free, comments below 20 %, and the words of
// a witness below 2 % or 256 MiB.
[[nodiscard]] bool has_room(Coming coming, const DiskRoom& disk);

}  // namespace sanaq::intake
