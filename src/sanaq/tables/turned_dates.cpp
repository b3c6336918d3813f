#include "sanaq/tables/turned_dates.h"

#include "sanaq/tables/date_cell.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

struct MonthAndDay {
  int month = 0;
  int day = 0;
};

// Of a date's cell.
std::optional<MonthAndDay> date_in_cell(std::string_view value) {
  if (value.size() != 10) return std::nullopt;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool is_dash = at == 4 || at == 7;
    if (is_dash ? value[at] != '-' : !is_digit(value[at])) return std::nullopt;
  }
  return MonthAndDay{two_digits(value.substr(5)), two_digits(value.substr(8))};
}

// 16/12/2011, and 16.12.2011: there the first part is the day of itself.
bool has_day_above_twelve(std::string_view value) {
  if (order_proved_by(value) != DayMonthOrder::unknown) return true;
  return value.size() >= 8 && is_digit(value[0]) && is_digit(value[1]) && value[2] == '.' &&
         is_digit(value[3]) && two_digits(value) > 12 && two_digits(value) <= 31;
}

}  // namespace

std::vector<std::optional<Problem>> turned_dates(const record::Column& column) {
  bool has_text = false;
  std::size_t dates = 0, beyond_months = 0;
  for (std::size_t code = 1; code < column.values.size(); ++code) {
    if (column.canonical[code].empty()) continue;
    if (const auto date = date_in_cell(column.values[code])) {
      ++dates;
      beyond_months += date->day > 12 ? 1 : 0;
    } else if (!has_text) {
      has_text = has_day_above_twelve(column.values[code]);
    }
  }
  if (!has_text || dates == 0 || beyond_months * 5 > dates) return {};
  std::vector<std::optional<Problem>> doubts(column.values.size());
  for (std::size_t code = 1; code < doubts.size(); ++code) {
    const auto date = date_in_cell(column.values[code]);
    if (!date || column.canonical[code].empty() || date->day > 12 || date->day == date->month)
      continue;
    doubts[code] = Problem{
        message("a spreadsheet may have taken the day of this date for its month: in the same "
                "column it left dates with a day above 12 as texts"),
        message("compare some of these dates with their source; if they are turned, open the "
                "original file again with this column as text")};
  }
  return doubts;
}

}  // namespace sanaq::tables
