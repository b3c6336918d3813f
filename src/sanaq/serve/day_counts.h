// What a server did on a day, as far as it may be told: no address, no page, no hour, and nothing
// from which the number of testimonies could be worked out.
#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace sanaq::serve {

struct DayCount {
  std::string day;
  std::int64_t pages = 0;     // given
  std::int64_t unsolved = 0;  // sums that were wrong, old or used
  std::int64_t limited = 0;   // comments of a place that sent too many
  std::int64_t full = 0;      // turned away for want of disk, or because too much came at once
  std::int64_t failed = 0;    // answered with 500
};

class DayCounts {
 public:
  using Field = std::int64_t DayCount::*;
  void count(Field field);
  // The count of a day that is over, once.
  [[nodiscard]] std::optional<DayCount> finished(const std::string& today);
  // What was counted since the last day that was over.
  [[nodiscard]] DayCount now() const;

 private:
  mutable std::mutex alone_;
  DayCount counts_;
};

}  // namespace sanaq::serve
