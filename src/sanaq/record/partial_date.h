// A date as far as it is known: an interval of days, never a guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::record {

// The days are counted from 1970-01-01 in the proleptic Gregorian calendar. Both ends are included,
// and first_day <= last_day.
struct PartialDate {
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
  bool approximate = false;  // as in "c. 1975": the date may even lie outside the interval
  bool operator==(const PartialDate&) const = default;
};

[[nodiscard]] std::int32_t day_number(int year, int month, int day);
struct Day {
  int year;
  int month;
  int day;
};
[[nodiscard]] Day day_from_number(std::int32_t number);

// Takes a year, a year and a month, or all three; the year is 1 to 9999. Returns nullopt for any
// other combination, and if there is no such date (month 13, 30 February).
[[nodiscard]] std::optional<PartialDate> make_date(int year, std::optional<int> month,
                                                   std::optional<int> day);

// The canonical text of a date is EDTF (ISO 8601-2): 2011-12-16, 2011-12, 2011, 1975~,
// 2011-12-01/2011-12-20. from_edtf returns nullopt for any other text.
[[nodiscard]] std::string to_edtf(const PartialDate& date);
[[nodiscard]] std::optional<PartialDate> from_edtf(std::string_view text);

}  // namespace sanaq::record
