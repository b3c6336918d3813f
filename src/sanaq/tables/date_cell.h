// Reads dates as people write them, as far as they say something and no further.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/tables/calendar.h"

namespace sanaq::tables {

// Which part of 03/04/2011 is the month: what the whole column proves, if it proves anything, or
// what the user said. year_first applies to two-digit years only (11-03-04) and is never proved.
enum class DayMonthOrder { unknown, day_first, month_first, year_first };

// What the column has dates of. A birth in a column of deaths is not a death.
enum class DateOf { any, birth, death };

// The years that a year of two digits may be, including both ends.
struct YearWindow {
  int first = 0;
  int last = 0;
};

struct DateContext {
  DayMonthOrder order = DayMonthOrder::unknown;
  // If it is true, a bare number of five digits is a spreadsheet's serial day: days since
  // 1899-12-30, or since 1904-01-01. A bare number of four digits up to 2700 is a year; no other
  // bare number is a date.
  bool serials = false;
  bool since_1904 = false;
  bool is_order_said = false;  // whether the user said it; it then applies to dotted dates too
  DateOf of = DateOf::any;
  Calendar calendar = Calendar::gregorian;
  // A year of two digits is read if exactly one year of the window ends in them.
  std::optional<YearWindow> two_digit_years = {};
};

// Returns nullopt for blank cells and for what typists write for "not known": 0000, 00.00.0000, -,
// ?, unknown. If the order is unknown, 03/04/2011 is a Problem, and so is a year of two digits that
// the window does not decide: neither month nor century is ever guessed. Decades are ten years, and
// days and years from one to another (16-17.12.2011) are an interval; a mark of doubt makes a date
// approximate. Letters in place of digits (2О11) are a Problem that names the date they would be.
[[nodiscard]] base::Result<std::optional<record::PartialDate>> read_date(
    std::string_view cell, const DateContext& context);

// Returns true if only the century is missing to make the cell a date.
[[nodiscard]] bool lacks_century(std::string_view cell, const DateContext& context);

// Returns what one cell proves about the order: a first part above 12 means that the day comes
// first, a second part above 12 that the month does. Dotted dates (16.12.2011) have the day first
// wherever they are written.
[[nodiscard]] DayMonthOrder order_proved_by(std::string_view cell);

}  // namespace sanaq::tables
