#include "sanaq/link/age_births.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "sanaq/link/plain_date.h"
#include "sanaq/record/age_span.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/text/fold.h"

namespace sanaq::link {
namespace {

using record::Field;

Source* find_source(std::vector<Source>& sources, Field field) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& source) { return source.field == field; });
  return found == sources.end() ? nullptr : &*found;
}

// Whoever was of this age at some time in `when` was born in this interval.
record::PartialDate birth_by_age(const record::PartialDate& when, const record::AgeSpan& age) {
  const auto years_before = [](std::int32_t day, int years) {
    const record::Day at = record::day_from_number(day);
    return record::day_number(at.year - years, at.month, std::min(at.day, 28));
  };
  return {years_before(when.first_day, age.to + 1) + 1, years_before(when.last_day, age.from),
          false};
}

// All dates of a column, if they lie within about a year: of one event.
std::optional<record::PartialDate> span_of(const Source& dates) {
  std::optional<record::PartialDate> span;
  for (const std::string& text : dates.texts) {
    const std::optional<record::PartialDate> date = date_of(plain_date(text));
    if (!date) continue;
    span = span ? record::PartialDate{std::min(span->first_day, date->first_day),
                                      std::max(span->last_day, date->last_day), false}
                : *date;
  }
  constexpr int days_most = 400;
  return span && span->last_day - span->first_day <= days_most ? span : std::nullopt;
}

// Whoever is called so: words in any order, without signs.
std::vector<std::string> namesake_keys(const std::vector<Source>& sources) {
  std::vector<std::string> keys(sources.empty() ? 0 : sources.front().codes.size());
  for (const Source& source : sources) {
    if (source.field != Field::name && source.field != Field::given &&
        source.field != Field::family)
      continue;
    for (std::size_t at = 0; at < keys.size(); ++at)
      keys[at] += ' ' + source.texts[source.codes[at]];
  }
  for (std::string& key : keys) {
    std::vector<std::string> words;
    std::istringstream rest(text::fold(key));
    for (std::string word; rest >> word;) words.push_back(word);
    std::sort(words.begin(), words.end());
    key.clear();
    if (words.size() < 2) continue;
    for (const std::string& word : words) key += word + ' ';
  }
  return keys;
}

// Years of birth of one record of a name and ages of another, added up; pairs of a name that many
// have count as less.
std::map<int, double> sums_of_namesakes(const std::vector<Source>& sources, const Source& ages,
                                        const Source& births) {
  struct Namesakes {
    std::vector<int> years, ages;
  };
  std::map<std::string, Namesakes> by_name;
  const std::vector<std::string> keys = namesake_keys(sources);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (keys[at].empty()) continue;
    const auto birth = date_of(plain_date(births.texts[births.codes[at]]));
    const auto age = record::age_from_text(ages.texts[ages.codes[at]]);
    if (birth && !age) {
      const int year = record::day_from_number(birth->first_day).year;
      if (record::day_from_number(birth->last_day).year == year)
        by_name[keys[at]].years.push_back(year);
    } else if (!birth && age && age->from == age->to) {
      by_name[keys[at]].ages.push_back(age->from);
    }
  }
  std::map<int, double> sums;
  for (const auto& [name, namesakes] : by_name) {
    for (const int year : namesakes.years) {
      for (const int age : namesakes.ages)
        sums[year + age] += 1 / static_cast<double>(namesakes.years.size() * namesakes.ages.size());
    }
  }
  return sums;
}

// The year in which ages were asked, where no column tells: two years in which the sums of
// namesakes come together, far more than in any other two.
std::optional<record::PartialDate> asked_when(const std::vector<Source>& sources,
                                              const Source& ages, const Source& births) {
  const std::map<int, double> sums = sums_of_namesakes(sources, ages, births);
  const auto two_years = [&](int year) {
    const auto now = sums.find(year), before = sums.find(year - 1);
    return (now == sums.end() ? 0 : now->second) + (before == sums.end() ? 0 : before->second);
  };
  int best = 0;
  double most = 0;
  for (const auto& [year, weight] : sums) {
    for (const int at : {year, year + 1}) {
      if (two_years(at) > most) {
        best = at;
        most = two_years(at);
      }
    }
  }
  double next = 0;
  for (const auto& [year, weight] : sums) {
    if (std::abs(year - best) > 2) next = std::max(next, two_years(year));
  }
  constexpr double least = 3, times = 3;
  if (most < least || most < times * next + 1) return std::nullopt;
  return record::PartialDate{record::day_number(best, 1, 1), record::day_number(best, 12, 31),
                             false};
}

}  // namespace

void turn_ages_into_births(std::vector<Source>& sources) {
  Source* ages = find_source(sources, Field::age);
  Source* births = find_source(sources, Field::birth);
  Source* dates = find_source(sources, Field::death);
  if (dates == nullptr) dates = find_source(sources, Field::date);
  if (ages == nullptr || births == nullptr) return;
  const std::optional<record::PartialDate> span =
      dates == nullptr ? asked_when(sources, *ages, *births) : span_of(*dates);
  if (dates == nullptr && !span) return;
  std::map<std::string, std::uint32_t> code_of;
  std::vector<std::uint32_t> codes = births->codes;
  std::vector<std::string> texts = births->texts;
  std::size_t taken = 0, lost = 0, with_birth_alone = 0;
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const std::optional<record::AgeSpan> age = record::age_from_text(ages->texts[ages->codes[at]]);
    if (!births->texts[codes[at]].empty()) {
      with_birth_alone += !age;
      continue;
    }
    if (!age) continue;
    std::optional<record::PartialDate> when;
    if (dates != nullptr) when = date_of(plain_date(dates->texts[dates->codes[at]]));
    if (!when || (span && when->last_day - when->first_day > span->last_day - span->first_day))
      when = span;
    if (!when) {
      ++lost;
      continue;
    }
    const std::string birth = record::to_edtf(birth_by_age(*when, *age));
    const auto [found, is_new] = code_of.emplace(birth, static_cast<std::uint32_t>(texts.size()));
    if (is_new) texts.push_back(birth);
    codes[at] = found->second;
    ++taken;
  }
  if (taken == 0 || with_birth_alone == 0 || lost * 10 > taken + lost) return;
  births->codes = std::move(codes);
  births->texts = std::move(texts);
  sources.erase(sources.begin() + (ages - sources.data()));
}

}  // namespace sanaq::link
