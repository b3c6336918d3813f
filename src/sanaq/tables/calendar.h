// Converts dates of other calendars to Gregorian days.
#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/record/partial_date.h"

namespace sanaq::tables {

// The calendars, as the setting `calendar` of a list names them. hijri is that of Umm al-Qura, and
// outside its tables the arithmetical one; where the month was begun by sight, a day may be off by
// one or two days. jalali is the solar one of Iran and Afghanistan. buddhist is that of Thailand,
// which is Gregorian except for its years.
enum class Calendar { gregorian, hijri, jalali, buddhist };

[[nodiscard]] std::string_view calendar_name(Calendar calendar);
// Returns Gregorian for an empty text and for an unknown name.
[[nodiscard]] Calendar calendar_named(std::string_view name);

// Returns the Gregorian days of a year, a year and a month, or all three (as record::make_date);
// nullopt if the calendar has no such day.
[[nodiscard]] std::optional<record::PartialDate> date_in(Calendar calendar, int year,
                                                         std::optional<int> month,
                                                         std::optional<int> day);

// Returns the month that a folded text begins with (its name may have several words, as in جمادى
// الاولى), and the length of its name in bytes; {0, 0} if the text does not begin with a month.
[[nodiscard]] std::pair<int, std::size_t> month_in(Calendar calendar, std::string_view folded);

// Returns the other calendars in which a year that was read as Gregorian begins between these
// Gregorian years.
[[nodiscard]] std::vector<Calendar> calendars_of(int year, int first_year, int last_year);

}  // namespace sanaq::tables
