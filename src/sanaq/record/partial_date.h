// A date as far as it is known: an interval of days, never a guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::record {

// Days since 1970-01-01, proleptic Gregorian; both ends belong to it, first <= last.
struct PartialDate {
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
  bool approximate = false;  // "c. 1975": the interval is the year, and even that is uncertain
  bool operator==(const PartialDate&) const = default;
};

[[nodiscard]] std::int32_t day_number(int year, int month, int day);
struct Day {
  int year;
  int month;
  int day;
};
[[nodiscard]] Day day_from_number(std::int32_t number);

// nullopt where the parts do not exist (month 13, 30 February); year alone, year and month, or all
// three.
[[nodiscard]] std::optional<PartialDate> make_date(int year, std::optional<int> month,
                                                   std::optional<int> day);

// EDTF (ISO 8601-2) as the canonical text of a date: 2011-12-16, 2011-12, 2011, 1975~,
// 2011-12-01/2011-12-20.
[[nodiscard]] std::string to_edtf(const PartialDate& date);
[[nodiscard]] std::optional<PartialDate> from_edtf(std::string_view text);

}  // namespace sanaq::record
