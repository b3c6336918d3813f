// Dates as people write them, read as far as they say something and no further.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/tables/calendar.h"

namespace sanaq::tables {

// Which of 03/04/2011 is the month: what the whole column proves, if it proves anything, or what
// the user said. year_first is of two-digit years alone (11-03-04); it is never proved.
enum class DayMonthOrder { unknown, day_first, month_first, year_first };

// Of what the column is: a birth in a column of deaths is no death.
enum class DateOf { any, birth, death };

// The years that a year of two digits may be; both ends belong to it.
struct YearWindow {
  int first = 0;
  int last = 0;
};

struct DateContext {
  DayMonthOrder order = DayMonthOrder::unknown;
  // A bare number of five digits is a spreadsheet's serial: days since 1899-12-30, or since
  // 1904-01-01; one of four digits up to 2700 is a year; no other bare number is a date.
  bool serials = false;
  bool since_1904 = false;
  bool is_order_said = false;  // by the user: then it holds for dotted dates too
  DateOf of = DateOf::any;
  Calendar calendar = Calendar::gregorian;
  // A year of two digits is read where just one year of the window ends in them.
  std::optional<YearWindow> two_digit_years = {};
};

// Absent (none) for blank cells and what typists put for "not known": 0000, 00.00.0000, -, ?,
// unknown. With the order unknown 03/04/2011 is a Problem and is reported, and so is a year of two
// digits that the window does not decide: neither month nor century is ever guessed. Decades are
// ten years, days and years from one to another (16-17.12.2011) an interval; a mark of doubt makes
// a date approximate. Letters in place of digits (2О11) are a Problem that says the date they would
// be.
[[nodiscard]] base::Result<std::optional<record::PartialDate>> read_date(
    std::string_view cell, const DateContext& context);

// Is it the century alone that keeps the cell from being a date?
[[nodiscard]] bool lacks_century(std::string_view cell, const DateContext& context);

// What one cell proves of the order: a first part above 12 means day first, a second part above 12
// month first. Dotted dates (16.12.2011) are day first wherever they are written.
[[nodiscard]] DayMonthOrder order_proved_by(std::string_view cell);

}  // namespace sanaq::tables
