// Dates of other calendars as the Gregorian days that they are.
#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/record/partial_date.h"

namespace sanaq::tables {

// As the setting `calendar` of a list names them. hijri: that of Umm al-Qura, outside of its tables
// the arithmetical one; where the month was begun by sight a day lies one or two days beside it.
// jalali: the solar one of Iran and Afghanistan. buddhist: that of Thailand, Gregorian but for its
// years.
enum class Calendar { gregorian, hijri, jalali, buddhist };

[[nodiscard]] std::string_view calendar_name(Calendar calendar);
// Gregorian for an empty text and for one that names none.
[[nodiscard]] Calendar calendar_named(std::string_view name);

// Year alone, year and month, or all three, as record::make_date: the days that they are in the
// Gregorian calendar. None where the calendar has no such day.
[[nodiscard]] std::optional<record::PartialDate> date_in(Calendar calendar, int year,
                                                         std::optional<int> month,
                                                         std::optional<int> day);

// The month that a folded text begins with (several words, as in جمادى الاولى, count), and how many
// bytes the name has; {0, 0} where it begins with none.
[[nodiscard]] std::pair<int, std::size_t> month_in(Calendar calendar, std::string_view folded);

// In which other calendars a year that was read as Gregorian begins between these Gregorian years.
[[nodiscard]] std::vector<Calendar> calendars_of(int year, int first_year, int last_year);

}  // namespace sanaq::tables
