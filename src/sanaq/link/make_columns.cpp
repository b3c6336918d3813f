#include "sanaq/link/make_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "sanaq/link/across_lists.h"
#include "sanaq/link/age_births.h"
#include "sanaq/link/column_kind.h"
#include "sanaq/link/derived_columns.h"
#include "sanaq/link/impossible_days.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/linkable_records.h"
#include "sanaq/link/model.h"
#include "sanaq/link/name_columns.h"
#include "sanaq/link/names.h"
#include "sanaq/link/plain_date.h"
#include "sanaq/link/plain_value.h"
#include "sanaq/link/same_values.h"
#include "sanaq/record/age_span.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/name.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/nobody.h"

namespace sanaq::link {
namespace {

using record::Field;

constexpr std::size_t feature_limit = 14;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

// A year, month or day that the table has put together into one date.
bool is_part_of_a_date(const record::RecordTable& table, const std::optional<Field>& field) {
  if (!field) return false;
  const auto first = static_cast<int>(Field::date_year), at = static_cast<int>(*field) - first;
  constexpr std::array<Field, 3> dates{Field::date, Field::birth, Field::death};
  return at >= 0 && at < 9 && table.find(dates[static_cast<std::size_t>(at / 3)]);
}

bool is_part_of_a_place(const std::optional<Field>& field) {
  return field == Field::place_town || field == Field::place_region ||
         field == Field::place_country;
}

// The table puts parts of a place together into one text, in which a region that only one record
// has would hide that both have the same country: parts are compared each, where every list has
// its places in parts.
bool has_places_in_parts(const record::RecordTable& table) {
  const record::Column* whole = table.find(Field::place);
  std::vector<const record::Column*> parts;
  for (const record::Column& column : table.columns)
    if (is_part_of_a_place(column.field)) parts.push_back(&column);
  if (whole == nullptr || parts.size() < 2) return false;
  for (std::size_t at = 0; at < table.record_count(); ++at) {
    const bool in_parts = std::any_of(parts.begin(), parts.end(), [&](const record::Column* part) {
      return part->codes[at] != 0;
    });
    if (whole->codes[at] != 0 && !in_parts) return false;
  }
  return true;
}

std::vector<Source> collect_sources(const record::RecordTable& table, const Options& options,
                                    const std::vector<std::uint32_t>& records) {
  std::vector<Source> sources;
  const bool whole = wants_whole_names(table, records);
  const bool places_in_parts = has_places_in_parts(table);
  if (whole) sources.push_back(whole_names(table, records));
  for (const record::Column& column : table.columns) {
    if (column.field == Field::id || is_part_of_a_date(table, column.field)) continue;
    if (places_in_parts && column.field == Field::place) continue;
    if (whole && (column.field == Field::name || is_name_part(column.field))) continue;
    if (std::find(options.ignore_headers.begin(), options.ignore_headers.end(), column.header) !=
        options.ignore_headers.end()) {
      continue;
    }
    Source source{column.field ? std::string(record::field_name(*column.field)) : column.header,
                  column.field,
                  {},
                  {}};
    source.texts.reserve(column.values.size());
    for (std::uint32_t code = 0; code < column.values.size(); ++code) {
      source.texts.push_back(plain_value(column, code));
    }
    source.codes.reserve(records.size());
    for (const std::uint32_t at : records) source.codes.push_back(column.codes[at]);
    keep_impossible_days(table, records, source);
    sources.push_back(std::move(source));
  }
  return sources;
}

// Ages told from one year to another (40-45) that meet other ages are compared as numbers, however
// few they are: as categories 42 would disagree with 40-45.
bool has_ages_that_meet(const Source& source) {
  if (source.field != Field::age) return false;
  std::vector<char> used(source.texts.size());
  for (const std::uint32_t code : source.codes) used[code] = 1;
  std::vector<std::pair<int, int>> ages;
  for (std::size_t code = 0; code < used.size(); ++code) {
    const auto age = used[code] ? record::age_from_text(source.texts[code]) : std::nullopt;
    if (age) ages.emplace_back(age->from, age->to);
  }
  std::sort(ages.begin(), ages.end());
  ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
  int latest = -1;
  for (const auto& [from, to] : ages) {
    if (from <= latest) return true;
    latest = std::max(latest, to);
  }
  return false;
}

Kind kind_of(const Source& source) {
  return has_ages_that_meet(source) ? Kind::number
                                    : find_kind(source.field, source.texts, source.codes);
}

// Sorted distinct values, and codes that follow them.
Feature encode(const Source& source) {
  Feature feature;
  feature.column = source.name;
  std::vector<char> used(source.texts.size());
  for (const std::uint32_t code : source.codes) used[code] = 1;
  feature.values.push_back("");
  for (std::size_t code = 0; code < source.texts.size(); ++code) {
    if (used[code]) feature.values.push_back(source.texts[code]);
  }
  std::sort(feature.values.begin(), feature.values.end());
  feature.values.erase(std::unique(feature.values.begin(), feature.values.end()),
                       feature.values.end());
  std::vector<std::uint32_t> new_code(source.texts.size());
  for (std::size_t code = 0; code < source.texts.size(); ++code) {
    if (!used[code]) continue;
    new_code[code] = static_cast<std::uint32_t>(
        std::lower_bound(feature.values.begin(), feature.values.end(), source.texts[code]) -
        feature.values.begin());
  }
  feature.counts.assign(feature.values.size(), 0);
  feature.codes.reserve(source.codes.size());
  for (const std::uint32_t code : source.codes) {
    feature.codes.push_back(new_code[code]);
    ++feature.counts[new_code[code]];
    feature.filled += new_code[code] != 0;
  }
  double equal = 0;
  for (std::size_t code = 1; code < feature.counts.size(); ++code)
    equal += static_cast<double>(feature.counts[code]) * (feature.counts[code] - 1.0);
  const auto filled = static_cast<double>(feature.filled);
  feature.equal_share = std::max(equal, 1.0) / std::max(filled * (filled - 1), 1.0);
  return feature;
}

// Share of a feature's rows whose value is also a value of the other.
double shared_mass(const Feature& feature, const Feature& other) {
  std::int64_t shared = 0;
  for (std::size_t code = 1; code < feature.values.size(); ++code) {
    if (std::binary_search(other.values.begin(), other.values.end(), feature.values[code])) {
      shared += feature.counts[code];
    }
  }
  return static_cast<double>(shared) / static_cast<double>(feature.filled);
}

void find_swaps(std::vector<Feature>& features) {
  for (std::size_t f = 0; f < features.size(); ++f) {
    for (std::size_t g = f + 1; g < features.size(); ++g) {
      if (features[f].kind != Kind::text || features[g].kind != Kind::text) continue;
      if (shared_mass(features[f], features[g]) <= 0.1 ||
          shared_mass(features[g], features[f]) <= 0.1)
        continue;
      features[f].swaps_with.push_back(g);
      features[g].swaps_with.push_back(f);
    }
  }
  std::map<std::string, std::uint32_t> ids;
  for (Feature& feature : features) {
    if (feature.swaps_with.empty()) continue;
    for (const std::string& value : feature.values) {
      feature.shared.push_back(
          ids.emplace(value, static_cast<std::uint32_t>(ids.size())).first->second);
    }
  }
}

std::uint64_t letter_set(const std::u32string& letters) {
  std::uint64_t set = 0;
  for (const char32_t letter : letters) set |= std::uint64_t{1} << (letter % 64);
  return set;
}

void prepare_values(Feature& feature, const text::NameTables& tables) {
  bool beyond_ascii = false;
  for (const std::string& value : feature.values) {
    feature.letters.push_back(to_letters(value));
    feature.letter_sets.push_back(letter_set(feature.letters.back()));
    beyond_ascii = beyond_ascii || !is_ascii(value);
    if (feature.kind == Kind::date) feature.dates.push_back(date_of(value));
    if (feature.kind == Kind::name) {
      feature.names.push_back(text::prepare_name(value, text::NameKind::person, tables));
    }
  }
  if (feature.kind == Kind::name)
    feature.sounds_of_names = std::make_shared<const NameSounds>(feature.names, feature.counts);
  for (std::size_t code = 1; code < feature.values.size(); ++code) {
    if (is_whole_value(feature, code)) feature.filled_whole += feature.counts[code];
  }
  if (feature.kind != Kind::text) return;
  if (feature.column == record::field_name(Field::given)) {
    for (const std::string& value : feature.values)
      feature.nicknames.push_back(text::nickname_groups(value, tables));
  }
  if (!beyond_ascii) return;
  for (const std::string& value : feature.values) {
    feature.sounds.push_back(value.empty() ? std::string() : text::sound_key(value));
  }
}

// A column has the kind with which the model was learnt; none for one that the model does not know.
std::optional<Kind> kind_in_model(const std::optional<Model>& model, const std::string& column) {
  if (!model) return std::nullopt;
  for (const Comparison& comparison : model->comparisons) {
    if (comparison.column != column) continue;
    return kind_named(comparison.kind);
  }
  return std::nullopt;
}

bool tells_nothing(const Feature& feature, std::size_t record_count) {
  if (feature.values.size() <= 2) return true;
  if (static_cast<double>(feature.filled) < 0.01 * static_cast<double>(record_count)) return true;
  // A number of its own in every row is the list's own numbering.
  return static_cast<std::int64_t>(feature.values.size()) - 1 == feature.filled &&
         (feature.kind == Kind::code || feature.kind == Kind::number) && feature.filled > 20;
}

void keep_telling(std::vector<Feature>& features) {
  if (features.size() <= feature_limit) return;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t at = 0; at < features.size(); ++at) {
    const double fill = static_cast<double>(features[at].filled);
    const double bonus = features[at].kind == Kind::name ? 1e9 : 0;
    order.emplace_back(-(entropy_bits(features[at]) * fill + bonus), at);
  }
  std::sort(order.begin(), order.end());
  order.resize(feature_limit);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<Feature> kept;
  for (const auto& [entropy, at] : order) kept.push_back(std::move(features[at]));
  features = std::move(kept);
}

}  // namespace

Columns make_columns(const record::RecordTable& table, const Options& options,
                     const std::vector<std::uint32_t>& records) {
  Columns columns;
  std::vector<Source> sources = collect_sources(table, options, records);
  const bool compares_ages =
      kind_in_model(options.model, std::string(record::field_name(Field::age))).has_value();
  if (!compares_ages) turn_ages_into_births(sources);
  for (Source& source : sources) {
    const std::optional<Kind> known = kind_in_model(options.model, source.name);
    if (options.model && !known) continue;
    const Kind kind = known ? *known : kind_of(source);
    if (kind == Kind::text) {
      for (std::string& value : source.texts) value = text::fold(value);
    }
    if (kind == Kind::date) {
      for (std::string& value : source.texts) value = plain_date(value);
    }
    merge_same_values(options.model ? options.model->same_values : options.same_values, source.name,
                      source.texts);
    Feature feature = encode(source);
    feature.kind = kind;
    if (known ? feature.values.size() > 1 : !tells_nothing(feature, records.size()))
      columns.features.push_back(std::move(feature));
  }
  // Independent of the order in which the files name their columns.
  std::sort(columns.features.begin(), columns.features.end(),
            [](const Feature& a, const Feature& b) { return a.column < b.column; });
  split_words(columns.features);
  if (!options.model) drop_derived(columns.features);
  keep_telling(columns.features);
  find_swaps(columns.features);
  const text::NameTables tables = name_tables(options.nicknames);
  for (Feature& feature : columns.features) prepare_values(feature, tables);
  columns.is_linkable = linkable_records(table, columns, records);
  std::vector<std::uint32_t> list_of;
  for (const std::uint32_t at : records) list_of.push_back(table.list_of[at]);
  note_lists_with(columns.features, list_of, table.lists.size());
  columns.matches_across = matches_across(columns.features, list_of, table.lists.size());
  columns.has_names_only = columns.features.size() == 1 && columns.features[0].kind == Kind::name;
  return columns;
}

}  // namespace sanaq::link
