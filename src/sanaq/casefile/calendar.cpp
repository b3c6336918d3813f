#include "sanaq/casefile/calendar.h"

#include <algorithm>

namespace sanaq::casefile {
namespace {

constexpr std::int64_t hour_minutes = 60, day_minutes = 24 * hour_minutes;

int last_day_of(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (record::make_date(year, month, day)) return day;
  }
  return 28;
}

}  // namespace

std::int32_t add_months(std::int32_t day, int months) {
  const record::Day from = record::day_from_number(day);
  const int month = from.year * 12 + from.month - 1 + months;
  const int year = month / 12;
  const int of_year = month % 12 + 1;
  return record::day_number(year, of_year, std::min(from.day, last_day_of(year, of_year)));
}

std::optional<Range> read_moment(std::string_view text) {
  const std::size_t t = text.find('T');
  const auto date = record::from_edtf(text.substr(0, t));
  if (!date) return std::nullopt;
  if (t == text.npos)
    return Range{date->first_day * day_minutes, date->last_day * day_minutes + day_minutes - 1};
  const std::string_view time = text.substr(t + 1);
  const auto digit = [&](std::size_t at) { return time[at] - '0'; };
  if (time.size() != 5 || time[2] != ':' || date->first_day != date->last_day) return std::nullopt;
  for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{4}}) {
    if (digit(at) < 0 || digit(at) > 9) return std::nullopt;
  }
  const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
  if (hour > 23 || minute > 59) return std::nullopt;
  const std::int64_t moment = date->first_day * day_minutes + hour * hour_minutes + minute;
  return Range{moment, moment};
}

std::string day_text(std::int64_t day) {
  const auto at = static_cast<std::int32_t>(day);
  return record::to_edtf({at, at, false});
}

}  // namespace sanaq::casefile
