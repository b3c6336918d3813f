#include "sanaq/link/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "sanaq/link/across_lists.h"
#include "sanaq/link/age_births.h"
#include "sanaq/link/column_kind.h"
#include "sanaq/link/impossible_days.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/name_columns.h"
#include "sanaq/link/same_values.h"
#include "sanaq/record/age_span.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/name.h"
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

double entropy_bits(const Feature& feature) {
  double bits = 0;
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    const double share =
        static_cast<double>(feature.counts[code]) / static_cast<double>(feature.filled);
    if (share > 0) bits -= share * std::log2(share);
  }
  return bits;
}

// Words of each value, by ids that all features share, so that one column can be found inside
// another.
void split_words(std::vector<Feature>& features) {
  std::map<std::string, std::uint32_t, std::less<>> ids;
  for (Feature& feature : features) {
    feature.tokens.resize(feature.values.size());
    for (std::size_t code = 1; code < feature.values.size(); ++code) {
      std::string word;
      const std::string value = feature.values[code] + ' ';
      for (const char letter : value) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= 0x80 || std::isalnum(byte)) {
          word += letter;
        } else if (!word.empty()) {
          const auto found = ids.emplace(word, static_cast<std::uint32_t>(ids.size())).first;
          feature.tokens[code].push_back(found->second);
          word.clear();
        }
      }
      std::sort(feature.tokens[code].begin(), feature.tokens[code].end());
    }
  }
}

// Is `part` inside `whole` in more than 95 % of the rows where it is filled?
bool is_derived(const Feature& part, const Feature& whole) {
  std::int64_t filled = 0, inside = 0, longer = 0;
  const std::size_t step = std::max<std::size_t>(1, part.codes.size() / 4000);
  for (std::size_t at = 0; at < part.codes.size(); at += step) {
    if (!part.codes[at]) continue;
    ++filled;
    if (!whole.codes[at]) continue;
    const auto& little = part.tokens[part.codes[at]];
    const auto& large = whole.tokens[whole.codes[at]];
    inside +=
        !little.empty() && std::includes(large.begin(), large.end(), little.begin(), little.end());
    longer += large.size() > little.size();
  }
  return filled >= 10 && inside * 20 > filled * 19 && (longer > 0 || part.filled <= whole.filled);
}

// A category of one or two letters (m, f) stands inside other cells by chance.
bool is_short_code(const Feature& feature) {
  double letters = 0;
  for (std::size_t code = 1; code < feature.values.size(); ++code)
    letters += static_cast<double>(feature.values[code].size() * feature.counts[code]);
  return feature.kind == Kind::category && letters < 4 * static_cast<double>(feature.filled);
}

void drop_derived(std::vector<Feature>& features) {
  std::vector<bool> gone(features.size());
  for (std::size_t part = 0; part < features.size(); ++part) {
    for (std::size_t whole = 0; whole < features.size() && !gone[part]; ++whole) {
      const bool is_twice = part > whole && features[part].codes == features[whole].codes;
      if (part == whole || gone[whole] || (is_short_code(features[part]) && !is_twice)) continue;
      gone[part] = is_twice || is_derived(features[part], features[whole]);
    }
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < features.size(); ++at) {
    if (gone[at]) continue;
    if (kept != at) features[kept] = std::move(features[at]);
    ++kept;
  }
  features.resize(kept);
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

// Numbers of one list that only count its rows lie close together.
bool counts_rows(std::vector<std::int64_t>& numbers, std::size_t values) {
  if (numbers.size() < values || numbers.empty()) return false;
  std::sort(numbers.begin(), numbers.end());
  return numbers.back() - numbers.front() < 2 * static_cast<std::int64_t>(numbers.size());
}

std::optional<std::int64_t> whole_number(const std::string& value) {
  if (value.empty() || value.size() > 15 ||
      value.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(value);
}

// A number that people have of their own, of a passport or a register: in a column that is no
// field, of four characters or more with a digit among them, hardly twice on a list that has it,
// and the same on two lists for three people or more.
bool identifies(const Feature& feature, const record::RecordTable& table,
                const std::vector<std::uint32_t>& records) {
  constexpr std::size_t shortest = 4, shared_least = 3;
  if (record::field_from_name(feature.column) || feature.kind == Kind::date ||
      feature.kind == Kind::name || feature.kind == Kind::email)
    return false;
  if ((feature.values.size() - 1) * table.lists.size() * 20 <
      static_cast<std::size_t>(feature.filled) * 19)
    return false;  // quick: some list has values twice
  std::vector<std::map<std::uint32_t, std::size_t>> times(table.lists.size());  // [list]: by code
  std::size_t filled = 0, like_a_number = 0;
  for (std::size_t at = 0; at < records.size(); ++at) {
    const std::uint32_t code = feature.codes[at];
    if (code == 0) continue;
    const std::string& value = feature.values[code];
    ++filled;
    like_a_number +=
        value.size() >= shortest && value.find_first_of("0123456789") != std::string::npos;
    ++times[table.list_of[records[at]]][code];
  }
  if (like_a_number * 10 < filled * 9) return false;
  std::map<std::uint32_t, std::size_t> lists_with;
  for (const auto& of_list : times) {
    std::size_t rows = 0;
    std::vector<std::int64_t> numbers;
    for (const auto& [code, count] : of_list) {
      rows += count;
      ++lists_with[code];
      if (const auto number = whole_number(feature.values[code])) numbers.push_back(*number);
    }
    if (of_list.size() * 20 < rows * 19 || counts_rows(numbers, of_list.size())) return false;
  }
  return static_cast<std::size_t>(
             std::count_if(lists_with.begin(), lists_with.end(),
                           [](const auto& entry) { return entry.second > 1; })) >= shared_least;
}

std::vector<bool> named_records(const record::RecordTable& table,
                                const std::vector<std::uint32_t>& records) {
  std::vector<const record::Column*> names;
  for (const record::Column& column : table.columns) {
    if (column.field == Field::name || is_name_part(column.field)) names.push_back(&column);
  }
  std::vector<bool> named;
  for (const std::uint32_t at : records)
    named.push_back(!text::names_nobody(join_names(names, at)));
  return named;
}

bool has_list_without_names(const record::RecordTable& table, const std::vector<bool>& named,
                            const std::vector<std::uint32_t>& records) {
  std::vector<bool> has_rows(table.lists.size()), has_names(table.lists.size());
  for (std::size_t at = 0; at < records.size(); ++at) {
    const std::uint32_t list = table.list_of[records[at]];
    has_rows[list] = true;
    if (named[at]) has_names[list] = true;
  }
  for (std::size_t list = 0; list < has_rows.size(); ++list) {
    if (has_rows[list] && !has_names[list]) return true;
  }
  return false;
}

// Pairs of records of one list that both have a value.
double pairs_within_lists(const Feature& feature, const record::RecordTable& table,
                          const std::vector<std::uint32_t>& records) {
  std::vector<double> filled(table.lists.size());
  for (std::size_t at = 0; at < records.size(); ++at)
    filled[table.list_of[records[at]]] += feature.codes[at] != 0;
  double pairs = 0;
  for (const double rows : filled) pairs += rows * (rows - 1) / 2;
  return pairs;
}

// Features that are numbers people have of their own. Beside a list without names they have to tell
// alone who is who: equal values are then mostly matches, and chance is not what the frequencies
// say, but at most what the lists show each within itself.
std::vector<const Feature*> numbers_of_people(const record::RecordTable& table, Columns& columns,
                                              const std::vector<std::uint32_t>& records,
                                              const std::vector<bool>& named) {
  constexpr double chance_most = 1e-3;
  std::vector<const Feature*> numbers;
  if (std::find(named.begin(), named.end(), false) == named.end()) return numbers;
  const bool is_alone = has_list_without_names(table, named, records);
  for (Feature& feature : columns.features) {
    if (!identifies(feature, table, records)) continue;
    if (is_alone)
      feature.chance_share =
          std::min(chance_most, 0.5 / std::max(1.0, pairs_within_lists(feature, table, records)));
    numbers.push_back(&feature);
  }
  return numbers;
}

// A record is too poor to link where it has no name and no number of its own, and the rest could
// not tell one person from all others.
std::vector<bool> linkable_records(const record::RecordTable& table, Columns& columns,
                                   const std::vector<std::uint32_t>& records) {
  const std::vector<bool> named = named_records(table, records);
  const bool has_names =
      std::any_of(table.columns.begin(), table.columns.end(), [](const record::Column& column) {
        return column.field == Field::name || is_name_part(column.field);
      });
  const std::vector<const Feature*> numbers = numbers_of_people(table, columns, records, named);
  std::vector<double> bits;
  for (const Feature& feature : columns.features) bits.push_back(entropy_bits(feature));
  const double enough = std::log2(static_cast<double>(records.size()) + 1) + 7;
  std::vector<bool> linkable(records.size(), true);
  for (std::size_t at = 0; at < records.size(); ++at) {
    const bool has_number = std::any_of(numbers.begin(), numbers.end(), [&](const Feature* number) {
      return number->codes[at] != 0;
    });
    if (named[at] || has_number) continue;
    double told = 0;
    bool any = false;
    for (std::size_t f = 0; f < bits.size(); ++f) {
      if (!columns.features[f].codes[at]) continue;
      any = true;
      told += bits[f];
    }
    linkable[at] = has_names ? told >= enough : any;
  }
  return linkable;
}

}  // namespace

bool is_whole_value(const Feature& feature, std::size_t code) {
  if (feature.dates.empty() || !feature.dates[code]) return true;
  const record::PartialDate& date = *feature.dates[code];
  return !date.approximate && date.first_day == date.last_day;
}

std::string_view kind_name(Kind kind) { return kind_of_levels(kind).name; }

std::string plain_value(const record::Column& column, std::uint32_t code) {
  const bool is_date =
      column.field == Field::birth || column.field == Field::death || column.field == Field::date;
  // What could not be read is missing; it does not disagree. A column of no known kind was not
  // read. Bands of ages (45-54) are not read as ages, and tell something all the same.
  const bool is_band = column.field == Field::age && !column.canonical.empty() &&
                       column.canonical[code].empty() &&
                       column.values[code].find_first_of("0123456789") != std::string::npos;
  const bool was_read = column.field && !column.canonical.empty() && !is_band;
  const std::string& read = was_read ? column.canonical[code] : column.values[code];
  if (is_date && was_read && read.empty()) {
    const std::string day = plain_date(text::fold(column.values[code]));
    return is_impossible_day(day) ? day : "";
  }
  if (!was_read && text::says_nothing(read)) return "";
  const std::string value = text::fold(read);
  return is_date ? plain_date(value) : value;
}

std::u32string to_letters(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length && at + next < utf8.size(); ++next) {
      letter = (letter << 6) | (static_cast<unsigned char>(utf8[at + next]) & 0x3FU);
    }
    letters += letter;
    at += length;
  }
  return letters;
}

Columns make_columns(const record::RecordTable& table, const Options& options,
                     const std::vector<std::uint32_t>& records) {
  Columns columns;
  std::vector<Source> sources = collect_sources(table, options, records);
  const bool compares_ages =
      kind_in_model(options.model, std::string(record::field_name(Field::age))).has_value();
  if (!compares_ages) take_ages_as_births(sources);
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
    take_as_one(options.model ? options.model->same_values : options.same_values, source.name,
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
