// Days, and what is less than a day.
#include <algorithm>
#include <cstdlib>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/letter_bounds.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

enum DateLevel {
  near = near_level,
  exchanged = exchanged_digits,
  similar,
  two_edits,
  same_year,
  next_year,
  known_year,  // these four: one side is less than a day
  known_wide,
  known_near,
  known_differs,
  differs
};
static_assert(same_year == same_year_level && next_year == next_year_level &&
              near == one_digit_off && similar == two_parts_level && two_edits == two_digits_off &&
              known_year == known_year_level && known_differs == known_differs_level);

// Two intervals that meet: by chance about as often as they are long together.
DateLevel known_level(const record::PartialDate& left, const record::PartialDate& right) {
  constexpr std::int32_t year_and_month = 400;
  const std::int32_t days = left.last_day - left.first_day + right.last_day - right.first_day + 2;
  return days <= year_and_month && !left.approximate && !right.approximate ? known_year
                                                                           : known_wide;
}

int date_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  const auto& from = feature.dates[left];
  const auto& to = feature.dates[right];
  const bool days =
      a.size() == 8 && b.size() == 8 && a.find(U'-') == a.npos && b.find(U'-') == b.npos;
  if (!days && from && to) {
    const int slack_left = from->approximate ? 366 : 0, slack_right = to->approximate ? 366 : 0;
    const int slack = slack_left + slack_right;
    if (from->first_day - slack <= to->last_day && to->first_day - slack <= from->last_day)
      return known_level(*from, *to);
    return std::abs(record::day_from_number(from->first_day).year -
                    record::day_from_number(to->first_day).year) <= 1
               ? known_near
               : known_differs;
  }
  const int edits = edits_up_to_two(feature, left, right);
  if (edits == 1)
    return days && std::is_permutation(a.begin(), a.end(), b.begin()) ? exchanged : near;
  if (days) {
    const bool year = a.compare(0, 4, b, 0, 4) == 0;
    const bool month = a.compare(4, 2, b, 4, 2) == 0;
    const bool day = a.compare(6, 2, b, 6, 2) == 0;
    const bool turned = year && a.compare(4, 2, b, 6, 2) == 0 && a.compare(6, 2, b, 4, 2) == 0;
    if (turned || (year && month) || (year && day) || (month && day)) return similar;
    if (edits == 2) return two_edits;
    if (year) return same_year;
    if (from && to &&
        std::abs(record::day_from_number(from->first_day).year -
                 record::day_from_number(to->first_day).year) == 1)
      return next_year;
    return differs;
  }
  return edits == 2 ? two_edits : a.compare(0, 4, b, 0, 4) == 0 ? same_year : differs;
}

}  // namespace

const KindOfLevels& date_kind() {
  static const KindOfLevels kind{
      "date",
      with_exact({"one digit off", "two digits exchanged", "two of three parts", "two digits off",
                  "same year", "next year", "agrees as far as known, to the year",
                  "agrees as far as known, within years", "a year off as far as known",
                  "differs as far as known", "differs"}),
      {0.36, 0.08, 0.22, 0.06, 0.06, 0.06, 0, 0, 0, 0, 0.16},
      date_level};
  return kind;
}

}  // namespace sanaq::link
