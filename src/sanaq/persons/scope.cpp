#include "sanaq/persons/scope.h"

#include "sanaq/casefile/places.h"

namespace sanaq::persons {
namespace {

using record::Column;
using record::Field;

Standing place_among(const std::vector<std::string>& plain_words, std::string_view place) {
  if (plain_words.empty()) return Standing::inside;
  if (place.empty()) return Standing::unknown;
  return casefile::is_among_places(plain_words, place) ? Standing::inside : Standing::outside;
}

// [code] of the column's distinct values: each is judged once.
template <typename Judge>
std::vector<Standing> by_value(const std::vector<std::string>& values, const Judge& judge) {
  std::vector<Standing> all;
  for (const std::string& value : values)
    all.push_back(value.empty() ? Standing::unknown : judge(value));
  return all;
}

std::vector<Standing> date_standings(const settings::Scope& scope,
                                     const record::RecordTable& table) {
  std::vector<Standing> standing(table.record_count(), Standing::unknown);
  if (!scope.from && !scope.to)
    return std::vector<Standing>(table.record_count(), Standing::inside);
  std::vector<bool> has_date(table.record_count(), false);
  for (const Field field : {Field::date, Field::death}) {
    const Column* column = table.find(field);
    if (column == nullptr) continue;
    const auto judged = by_value(column->canonical, [&](const std::string& text) {
      const auto date = record::from_edtf(text);
      return date ? date_standing(scope, *date) : Standing::unknown;
    });
    for (std::size_t at = 0; at < standing.size(); ++at) {
      if (has_date[at] || column->canonical[column->codes[at]].empty()) continue;
      has_date[at] = true;
      standing[at] = judged[column->codes[at]];
    }
  }
  return standing;
}

std::vector<Standing> place_standings(const settings::Scope& scope,
                                      const record::RecordTable& table) {
  const std::vector<std::string> words = casefile::plain_places(scope.places);
  if (words.empty()) return std::vector<Standing>(table.record_count(), Standing::inside);
  std::vector<Standing> standing(table.record_count(), Standing::unknown);
  for (const Field field :
       {Field::place, Field::place_town, Field::place_region, Field::place_country}) {
    const Column* column = table.find(field);
    if (column == nullptr) continue;
    const auto judged = by_value(
        column->values, [&](const std::string& place) { return place_among(words, place); });
    for (std::size_t at = 0; at < standing.size(); ++at) {
      const Standing here = judged[column->codes[at]];
      if (here == Standing::unknown || standing[at] == Standing::inside) continue;
      standing[at] = here;
    }
  }
  return standing;
}

}  // namespace

Standing date_standing(const settings::Scope& scope, const record::PartialDate& date) {
  if (!scope.from && !scope.to) return Standing::inside;
  const bool ends_before = scope.from && date.last_day < scope.from->first_day;
  const bool begins_after = scope.to && date.first_day > scope.to->last_day;
  if (date.approximate) return Standing::unknown;
  if (ends_before || begins_after) return Standing::outside;
  const bool reaches_out = (scope.from && date.first_day < scope.from->first_day) ||
                           (scope.to && date.last_day > scope.to->last_day);
  return reaches_out ? Standing::unknown : Standing::inside;
}

Standing place_standing(const settings::Scope& scope, std::string_view place) {
  return place_among(casefile::plain_places(scope.places), place);
}

std::vector<Standing> standings(const settings::Scope& scope, const record::RecordTable& table) {
  std::vector<Standing> all = date_standings(scope, table);
  const std::vector<Standing> places = place_standings(scope, table);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (places[at] == Standing::outside ||
        (places[at] == Standing::unknown && all[at] == Standing::inside))
      all[at] = places[at];
  }
  return all;
}

}  // namespace sanaq::persons
