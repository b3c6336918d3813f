#include "sanaq/tables/doubtful_years.h"

#include <algorithm>
#include <map>

#include "sanaq/record/partial_date.h"
#include "sanaq/tables/calendar.h"
#include "sanaq/tables/date_columns.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::Column;
using Doubts = std::vector<std::optional<Problem>>;

constexpr int before_scope_max = 120, from_others_max = 150, behind_others_max = 80;
constexpr int earliest_year = 1500, latest_year = 2400;
// Of a column that is in another calendar as a whole: what its years would be then.
constexpr YearWindow years_of_lists = {1850, 2100};

struct Span {
  int first = 0;
  int last = 0;
};

// The years of a canonical date, or of a year's digits in the list's calendar; none for "".
std::optional<Span> years_of(const std::string& canonical, Calendar calendar, bool is_year) {
  if (canonical.size() < 4) return std::nullopt;
  if (is_year && calendar != Calendar::gregorian) {
    const auto date = date_in(calendar, std::stoi(canonical.substr(0, 4)), {}, {});
    if (!date) return std::nullopt;
    return Span{record::day_from_number(date->first_day).year,
                record::day_from_number(date->last_day).year};
  }
  const auto year_at = [&](std::size_t at) {
    int year = 0;
    for (std::size_t digit = at; digit < at + 4; ++digit)
      year = year * 10 + (canonical[digit] - '0');
    return year;
  };
  const int first = year_at(0);
  const std::size_t slash = canonical.find('/');
  return Span{first, slash == canonical.npos ? first : year_at(slash + 1)};
}

// How many records of the column have which year. A long column asks of each of its distinct dates.
class YearsOfOthers {
 public:
  YearsOfOthers(const Column& column, const std::vector<std::optional<Span>>& spans) {
    std::vector<std::int64_t> counts(spans.size());
    for (const std::uint32_t code : column.codes) ++counts[code];
    std::map<int, std::int64_t> of_year;
    for (std::size_t code = 0; code < spans.size(); ++code) {
      if (spans[code]) of_year[spans[code]->first] += counts[code];
    }
    for (const auto& [year, count] : of_year) {
      years_.push_back(year);
      up_to_.push_back(up_to_.back() + count);
    }
  }

  [[nodiscard]] bool are_far_from(int year) const {
    const std::int64_t near = before(year + from_others_max + 1) - before(year - from_others_max);
    return near * 10 <= up_to_.back() || are_long_before(year);
  }
  // Lists are of people who lived at one time: a year long behind theirs is a slip.
  [[nodiscard]] bool are_long_before(int year) const {
    const std::int64_t not_long_before = up_to_.back() - before(year - behind_others_max);
    return not_long_before * 10 <= up_to_.back();
  }

  // In which a year of another calendar would be like the others.
  [[nodiscard]] YearWindow likely_years() const {
    for (std::size_t at = 0; at < years_.size(); ++at) {
      const int year = years_[at];
      if (up_to_[at + 1] * 2 >= up_to_.back() && year >= earliest_year && year <= latest_year)
        return {year - before_scope_max, year + before_scope_max};
    }
    return years_of_lists;
  }

 private:
  [[nodiscard]] std::int64_t before(int year) const {
    return up_to_[static_cast<std::size_t>(std::ranges::lower_bound(years_, year) -
                                           years_.begin())];
  }

  std::vector<int> years_;                 // ascending
  std::vector<std::int64_t> up_to_ = {0};  // records of the years before each, then of all
};

std::string names_of(const std::vector<Calendar>& calendars) {
  std::string names;
  for (const Calendar calendar : calendars)
    names += (names.empty() ? "" : ", ") + std::string(calendar_name(calendar));
  return names;
}

Problem doubt(base::Message reason, int year, const YearWindow& likely, const ListSource& source) {
  const std::vector<Calendar> calendars = source.calendar.empty()
                                              ? calendars_of(year, likely.first, likely.last)
                                              : std::vector<Calendar>();
  if (calendars.empty())
    return {std::move(reason), message("compare the cell with its source; if it is wrong there, "
                                       "leave it")};
  return {std::move(reason),
          message("it may be a year of another calendar: {}; if the list is written in it, say so "
                  "under this list in investigation.toml:  calendar = \"{}\"",
                  names_of(calendars), calendar_name(calendars.back()))};
}

Doubts by_scope(const Column& column, const std::vector<std::optional<Span>>& spans,
                const ListSource& source) {
  Doubts doubts;
  const int last = source.last_year.value_or(latest_year);
  const int first = source.first_year.value_or(source.last_year.value_or(earliest_year));
  const int earliest = source.first_year || source.last_year ? first - before_scope_max : first;
  // Deaths and events are of the scope itself, births of the years before it.
  const bool is_birth = holds_births(*column.field);
  for (std::size_t code = 1; code < spans.size(); ++code) {
    if (!spans[code] || (spans[code]->last >= earliest && spans[code]->first <= last)) continue;
    YearWindow likely{is_birth ? earliest : first - 1, last};  // their years end in our next
    if (calendars_of(spans[code]->first, likely.first, likely.last).empty())
      likely.first = earliest;
    doubts.resize(spans.size());
    doubts[code] =
        doubt(spans[code]->first > last
                  ? message("this lies after the scope of the investigation")
                  : message("this lies more than 120 years before the scope of the investigation"),
              spans[code]->first, likely, source);
  }
  return doubts;
}

Doubts by_others(const Column& column, const std::vector<std::optional<Span>>& spans,
                 const ListSource& source) {
  int least = latest_year, most = earliest_year;
  for (const auto& span : spans) {
    if (!span) continue;
    least = std::min(least, span->first);
    most = std::max(most, span->first);
  }
  const bool none_is_far =
      least >= earliest_year && most <= latest_year && most - least <= from_others_max;
  if (none_is_far) return {};
  const YearsOfOthers others(column, spans);
  Doubts doubts;
  for (std::size_t code = 1; code < spans.size(); ++code) {
    if (!spans[code]) continue;
    const int year = spans[code]->first;
    const bool is_far = others.are_far_from(year);
    if (!is_far && year >= earliest_year && year <= latest_year) continue;
    doubts.resize(spans.size());
    doubts[code] = doubt(is_far ? message("nine in ten of the column's years lie more than 150 "
                                          "years from this one")
                                : message("no list of persons has dates of these years"),
                         year, others.likely_years(), source);
  }
  return doubts;
}

}  // namespace

Doubts doubtful_years(const Column& column, const ListSource& source) {
  const bool is_year = column.field == record::Field::birth_year ||
                       column.field == record::Field::death_year ||
                       column.field == record::Field::date_year;
  const Calendar calendar = calendar_named(source.calendar);
  std::vector<std::optional<Span>> spans(column.canonical.size());
  for (std::size_t code = 1; code < spans.size(); ++code)
    spans[code] = years_of(column.canonical[code], calendar, is_year);
  return source.first_year || source.last_year ? by_scope(column, spans, source)
                                               : by_others(column, spans, source);
}

}  // namespace sanaq::tables
