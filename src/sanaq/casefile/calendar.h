// Ranges of days and of amounts of time: what is known as a minimum and a maximum, never a guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/record/partial_date.h"

namespace sanaq::casefile {

// Both ends are included.
struct Range {
  std::int64_t low = 0, high = 0;
  [[nodiscard]] bool is_exact() const { return low == high; }
  bool operator==(const Range&) const = default;
};

// Returns the same day so many months later. If that month has no such day, it is its last day: a
// month after 31 January is 28 or 29 February, and a year after 29 February is 28 February.
[[nodiscard]] std::int32_t add_months(std::int32_t day, int months);

// Returns a moment in minutes since 1970-01-01T00:00, as far as it is known: "2011-12-16T12:00", or
// a whole day, month or year. Returns nullopt for any other text.
[[nodiscard]] std::optional<Range> read_moment(std::string_view text);

// Returns the EDTF of one day.
[[nodiscard]] std::string day_text(std::int64_t day);

}  // namespace sanaq::casefile
