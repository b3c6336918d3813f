// Ranges of days and of amounts of time: what is known at least and at most, never a guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/record/partial_date.h"

namespace sanaq::casefile {

// Both ends belong to it.
struct Range {
  std::int64_t low = 0, high = 0;
  [[nodiscard]] bool is_exact() const { return low == high; }
  bool operator==(const Range&) const = default;
};

// The same day so many months later; a day that the month has not becomes its last day, so that
// 31 January and a month is 28 or 29 February, and 29 February and a year 28 February.
[[nodiscard]] std::int32_t add_months(std::int32_t day, int months);

// A moment in minutes since 1970-01-01T00:00, as far as it is known: "2011-12-16T12:00", or a whole
// day, month or year.
[[nodiscard]] std::optional<Range> read_moment(std::string_view text);

// EDTF of one day.
[[nodiscard]] std::string day_text(std::int64_t day);

}  // namespace sanaq::casefile
