#include "sanaq/tables/date_columns.h"

#include <algorithm>
#include <charconv>

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/digits.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::Field;
using record::PartialDate;
using Canonical = base::Result<std::string>;

constexpr int years_lived_max = 120;

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

DayMonthOrder order_named(std::string_view dates) {
  if (dates == "dmy") return DayMonthOrder::day_first;
  if (dates == "mdy") return DayMonthOrder::month_first;
  return dates == "ymd" ? DayMonthOrder::year_first : DayMonthOrder::unknown;
}

std::optional<YearWindow> two_digit_years(Field field, const ListSource& source) {
  if (source.century) return YearWindow{*source.century, *source.century + 99};
  if (!source.last_year || calendar_named(source.calendar) != Calendar::gregorian)
    return std::nullopt;
  if (holds_births(field))
    return YearWindow{source.first_year.value_or(*source.last_year) - years_lived_max,
                      *source.last_year};
  if (!source.first_year) return std::nullopt;
  return YearWindow{*source.first_year, *source.last_year};
}

std::optional<int> small_number(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_iso_day(std::string_view cell) {
  return cell.size() == 10 && cell[4] == '-' && cell[7] == '-' && is_digits(cell.substr(0, 4)) &&
         is_digits(cell.substr(5, 2)) && is_digits(cell.substr(8, 2));
}

}  // namespace

bool holds_births(Field field) { return field == Field::birth || field == Field::birth_year; }

bool holds_deaths_or_events(Field field) {
  return field == Field::death || field == Field::death_year || field == Field::date ||
         field == Field::date_year;
}

DateContext date_context(std::optional<Field> field, const std::vector<std::string>& values,
                         const ReadingContext& reading) {
  bool day_first = false;
  bool month_first = false;
  DateContext context;
  context.serials = reading.is_spreadsheet;
  context.since_1904 = reading.since_1904;
  context.calendar = calendar_named(reading.source.calendar);
  if (field) {
    context.of = holds_births(*field)             ? DateOf::birth
                 : holds_deaths_or_events(*field) ? DateOf::death
                                                  : DateOf::any;
    context.two_digit_years = two_digit_years(*field, reading.source);
  }
  for (const std::string& value : values) {
    if (is_iso_day(value)) continue;
    const DayMonthOrder proved = order_proved_by(value);
    day_first = day_first || proved == DayMonthOrder::day_first;
    month_first = month_first || proved == DayMonthOrder::month_first;
    const std::string_view whole = std::string_view(value).substr(0, value.find_first_of(".,"));
    if (whole.size() == 5 && is_digits(whole)) context.serials = true;
  }
  if (day_first != month_first)
    context.order = day_first ? DayMonthOrder::day_first : DayMonthOrder::month_first;
  const DayMonthOrder said = order_named(reading.source.dates);
  context.is_order_said = said != DayMonthOrder::unknown;
  if (context.is_order_said) context.order = said;
  return context;
}

Canonical read_whole_date(const std::string& cell, const DateContext& context) {
  const auto date = read_date(cell, context);
  if (!date) return tl::unexpected(date.error());
  if (!*date) return "";
  const bool is_as_written = context.calendar == Calendar::gregorian && is_iso_day(cell) &&
                             (*date)->first_day == (*date)->last_day;
  return is_as_written ? cell : record::to_edtf(**date);
}

Canonical read_year(const std::string& cell, const DateContext& context) {
  DateContext plain = context;
  plain.calendar = Calendar::gregorian;  // its digits; the calendar's days come with the month
  plain.serials = false;
  const auto date = read_date(cell, plain);
  if (!date) return tl::unexpected(date.error());
  if (!*date) return "";
  const std::string edtf = record::to_edtf(**date);
  if (edtf.size() == 4 || (edtf.size() == 5 && edtf.back() == '~')) return edtf;
  return tl::unexpected(
      Problem{message("this is not a year"),
              message("write the year with four digits, or leave the cell empty")});
}

Canonical read_month(const std::string& cell, Calendar calendar) {
  const std::string folded = text::fold(with_plain_digits(cell));
  if (says_nothing(folded)) return "";
  std::optional<int> number = small_number(folded);
  if (!number) {
    if (const auto [month, length] = month_in(calendar, folded); month != 0 && length > 0) {
      number = month;
    } else {
      // 2000 lends the word a year, so that the same reader knows it.
      const auto date = read_date(folded + " 2000", {});
      if (date && *date && (*date)->last_day - (*date)->first_day < 31)
        number = record::day_from_number((*date)->first_day).month;
    }
  }
  if (number == 0) return "";
  if (!number || *number < 0 || *number > 12) {
    return tl::unexpected(
        Problem{message("this is not a month"),
                message("write the month as 1 to 12 or as a word, or leave the cell empty")});
  }
  return std::to_string(*number);
}

Canonical read_day(const std::string& cell) {
  const std::string folded = text::fold(with_plain_digits(cell));
  if (says_nothing(folded)) return "";
  const std::optional<int> number = small_number(folded);
  if (number == 0) return "";
  if (!number || *number < 0 || *number > 31) {
    return tl::unexpected(Problem{message("this is not a day of a month"),
                                  message("write the day as 1 to 31, or leave the cell empty")});
  }
  return std::to_string(*number);
}

Canonical date_of_parts(const std::string& parts, Calendar calendar) {
  const std::size_t first = parts.find('-');
  const std::size_t second = parts.find('-', first + 1);
  std::string year_text = parts.substr(0, first);
  const bool is_approximate = year_text.ends_with('~');
  if (is_approximate) year_text.pop_back();
  const std::optional<int> year = small_number(year_text);
  if (!year) {
    return tl::unexpected(
        Problem{message("a day or month stands here without a year"),
                message("write the year in its column, or leave all three empty")});
  }
  const std::optional<int> month =
      small_number(std::string_view(parts).substr(first + 1, second - first - 1));
  const std::optional<int> day =
      month ? small_number(std::string_view(parts).substr(second + 1)) : std::nullopt;
  std::optional<PartialDate> date = date_in(calendar, *year, month, day);
  if (!date)
    return tl::unexpected(Problem{message("there is no such day"),
                                  message("compare the cell with its source and correct it")});
  date->approximate = is_approximate;
  return record::to_edtf(*date);
}

}  // namespace sanaq::tables
