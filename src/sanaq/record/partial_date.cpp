#include "sanaq/record/partial_date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace sanaq::record {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<PartialDate> from_one(std::string_view text) {
  const std::size_t first_dash = text.find('-');
  const std::optional<int> year = digits(text.substr(0, first_dash));
  if (!year || text.substr(0, first_dash).size() != 4) return std::nullopt;
  if (first_dash == text.npos) return make_date(*year, std::nullopt, std::nullopt);
  const std::string_view rest = text.substr(first_dash + 1);
  const std::size_t second_dash = rest.find('-');
  const std::optional<int> month = digits(rest.substr(0, second_dash));
  if (!month) return std::nullopt;
  if (second_dash == rest.npos) return make_date(*year, month, std::nullopt);
  const std::optional<int> day = digits(rest.substr(second_dash + 1));
  return day ? make_date(*year, month, day) : std::nullopt;
}

std::string iso(std::int32_t number) {
  const Day day = day_from_number(number);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace

std::int32_t day_number(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

Day day_from_number(std::int32_t number) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{number}}};
  return {int{date.year()}, static_cast<int>(unsigned{date.month()}),
          static_cast<int>(unsigned{date.day()})};
}

std::optional<PartialDate> make_date(int year, std::optional<int> month, std::optional<int> day) {
  if (year < 1 || year > 9999 || (day && !month)) return std::nullopt;
  if (!month) return PartialDate{day_number(year, 1, 1), day_number(year, 12, 31)};
  if (*month < 1 || *month > 12) return std::nullopt;
  const std::int32_t month_end =
      (*month == 12 ? day_number(year + 1, 1, 1) : day_number(year, *month + 1, 1)) - 1;
  const std::int32_t month_start = day_number(year, *month, 1);
  if (!day) return PartialDate{month_start, month_end};
  if (*day < 1 || month_start + *day - 1 > month_end) return std::nullopt;
  return PartialDate{month_start + *day - 1, month_start + *day - 1};
}

std::string to_edtf(const PartialDate& date) {
  const Day first = day_from_number(date.first_day);
  const std::string_view mark = date.approximate ? "~" : "";
  if (date.first_day == date.last_day) return iso(date.first_day) + std::string(mark);
  if (make_date(first.year, std::nullopt, std::nullopt) ==
      PartialDate{date.first_day, date.last_day}) {
    return fmt::format("{:04}{}", first.year, mark);
  }
  if (make_date(first.year, first.month, std::nullopt) ==
      PartialDate{date.first_day, date.last_day}) {
    return fmt::format("{:04}-{:02}{}", first.year, first.month, mark);
  }
  return fmt::format("{}{}/{}{}", iso(date.first_day), mark, iso(date.last_day), mark);
}

std::optional<PartialDate> from_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  std::string_view first_text = text.substr(0, slash);
  const bool is_approximate = first_text.ends_with('~');
  if (is_approximate) first_text.remove_suffix(1);
  std::optional<PartialDate> date = from_one(first_text);
  if (!date) return std::nullopt;
  if (slash != text.npos) {
    std::string_view last_text = text.substr(slash + 1);
    if (last_text.ends_with('~')) last_text.remove_suffix(1);
    const std::optional<PartialDate> last = from_one(last_text);
    if (!last || last->last_day < date->first_day) return std::nullopt;
    date->last_day = last->last_day;
  }
  date->approximate = is_approximate;
  return date;
}

}  // namespace sanaq::record
