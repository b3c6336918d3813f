#include "sanaq/link/block_rules.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/link/plain_date.h"
#include "sanaq/link/plain_value.h"
#include "sanaq/text/name.h"

namespace sanaq::link {
namespace {

using Texts = std::vector<std::string>;

// Values of a key for each distinct value of the column, turned into ids for each record.
Key key_from(std::string name, std::size_t feature, const std::vector<std::uint32_t>& codes,
             const std::vector<Texts>& by_code) {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  for (const Texts& texts : by_code) {
    for (const std::string& text : texts) ids.emplace(text, 0);
  }
  std::vector<std::string_view> in_order;
  for (const auto& [text, id] : ids) in_order.push_back(text);
  std::sort(in_order.begin(), in_order.end());
  for (std::uint32_t next = 0; next < in_order.size(); ++next) ids[in_order[next]] = next;
  std::vector<std::vector<std::uint32_t>> of_code(by_code.size());
  for (std::size_t code = 0; code < by_code.size(); ++code) {
    for (const std::string& text : by_code[code]) of_code[code].push_back(ids.at(text));
    std::sort(of_code[code].begin(), of_code[code].end());
    of_code[code].erase(std::unique(of_code[code].begin(), of_code[code].end()),
                        of_code[code].end());
  }
  const bool several = std::any_of(of_code.begin(), of_code.end(),
                                   [](const auto& values) { return values.size() > 1; });
  Key key{std::move(name), feature, {}, {}, false};
  if (several) key.start.reserve(codes.size() + 1);
  key.ids.reserve(codes.size());
  for (const std::uint32_t code : codes) key.add_values(of_code[code], several);
  return key;
}

using MakeKey = std::function<Texts(const std::string&)>;

std::vector<Texts> each(const std::vector<std::string>& values, const MakeKey& make) {
  std::vector<Texts> all(values.size());
  for (std::size_t code = 0; code < values.size(); ++code) {
    if (values[code].empty()) continue;
    all[code] = make(values[code]);
    all[code].erase(std::remove(all[code].begin(), all[code].end(), std::string()),
                    all[code].end());
  }
  return all;
}

std::string utf8_slice(const std::string& value, std::size_t first, std::size_t last) {
  std::string slice;
  std::size_t letter = 0;
  for (const char byte : value) {
    letter += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (letter >= first && letter <= last) slice += byte;
  }
  return letter >= first ? slice : std::string();
}

// Letters first to last (from 1); a shorter value has no such key.
MakeKey letters_key(std::size_t first, std::size_t last) {
  return [first, last](const std::string& value) -> Texts {
    const std::string slice = utf8_slice(value, first, last);
    return to_letters(slice).size() == last - first + 1 ? Texts{slice} : Texts{};
  };
}

MakeKey rest_key(std::size_t first) {
  return [first](const std::string& value) -> Texts {
    return {utf8_slice(value, first, value.size())};
  };
}

Texts whole_key(const std::string& value) { return {value}; }

Texts year_key(const std::string& value) {
  if (value.size() < 4 || !std::all_of(value.begin(), value.begin() + 4,
                                       [](char letter) { return letter >= '0' && letter <= '9'; }))
    return {};
  return {value.substr(0, 4)};
}

// The years that a date or an interval of dates lies in, where they are few: an age gives two.
Texts years_key(const std::string& value) {
  constexpr std::int32_t days_most = 3 * 366;
  const std::optional<record::PartialDate> date = date_of(value);
  if (!date || date->last_day - date->first_day > days_most) return year_key(value);
  Texts years;
  const int first = record::day_from_number(date->first_day).year,
            last = record::day_from_number(date->last_day).year;
  for (int year = first; year <= last; ++year) years.push_back(std::to_string(year));
  return years;
}

Texts month_day_key(const std::string& value) {
  return value.size() == 8 && value.find('-') == value.npos ? Texts{value.substr(4)} : Texts{};
}

// Of two days with digits exchanged, in the year or in month and day, one key: 1967-04-18 and
// 1976-04-18, and 1967-05-04 and 1967-04-05.
Texts digits_key(const std::string& value) {
  if (month_day_key(value).empty()) return {};
  std::string digits = value;
  std::sort(digits.begin(), digits.begin() + 4);
  std::sort(digits.begin() + 4, digits.end());
  return {digits};
}

Texts sound_of(const std::string& value) { return {text::sound_key(value)}; }

Texts sounds_of_name(const std::string& value) {
  return text::sound_keys(*text::prepare_name(value));
}

// Two parts of the name at once: for long lists, where one part alone meets too many.
Texts pairs_of_sounds(const std::string& value) {
  const Texts sounds = sounds_of_name(value);
  Texts pairs;
  for (std::size_t a = 0; a < sounds.size(); ++a) {
    for (std::size_t b = a + 1; b < sounds.size(); ++b)
      pairs.push_back(sounds[a] + ' ' + sounds[b]);
  }
  return pairs;
}

Texts sounds_and_initials(const std::string& value) {
  return text::initial_keys(*text::prepare_name(value));
}

Texts local_part(const std::string& value) { return {value.substr(0, value.find('@'))}; }

std::size_t usual_half(const Feature& feature) {
  std::map<std::size_t, std::int64_t> lengths;
  for (std::size_t code = 1; code < feature.values.size(); ++code)
    lengths[feature.letters[code].size()] += feature.counts[code];
  std::size_t length = 2;
  std::int64_t most = 0;
  for (const auto& [size, count] : lengths) {
    if (count > most) length = size;
    most = std::max(most, count);
  }
  return std::max<std::size_t>(1, (length + 1) / 2);
}

// A key of a feature, to be made.
struct KeyPlan {
  std::size_t feature;
  std::string ending;
  MakeKey make;
  bool is_whole = false;
};

void plan_keys(const Feature& feature, std::size_t at, std::vector<KeyPlan>& plans) {
  const auto add = [&](std::string ending, MakeKey make) {
    plans.push_back({at, std::move(ending), std::move(make)});
  };
  if (feature.kind == Kind::name) {
    add("_key", sounds_of_name);
    add("_key2", pairs_of_sounds);
    add("_initial", sounds_and_initials);
    return;
  }
  add("", whole_key);
  plans.back().is_whole = true;
  if (feature.kind == Kind::text) {
    add("_key", sound_of);
    add("[1:3]", letters_key(1, 3));
  } else if (feature.kind == Kind::date) {
    add("_year", years_key);
    add("_monthday", month_day_key);
    add("_digits", digits_key);
  } else if (feature.kind == Kind::code) {
    const std::size_t half = usual_half(feature);
    add("[1:" + std::to_string(half) + "]", letters_key(1, half));
    add("[" + std::to_string(half + 1) + ":]", rest_key(half + 1));
  } else if (feature.kind == Kind::email) {
    add("_local", local_part);
  }
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

const record::Column* find_column(const record::RecordTable& table, const std::string& name) {
  for (const record::Column& column : table.columns) {
    if (column.header == name || (column.field && record::field_name(*column.field) == name))
      return &column;
  }
  return nullptr;
}

[[noreturn]] void refuse(const std::string& rule, const std::string& word) {
  throw base::Error(
      base::Kind::usage,
      base::message(
          "blocking rule \"{}\": there is no column \"{}\"; name a field or a header of the lists",
          rule, word));
}

bool strip(std::string& word, std::string_view ending) {
  if (word.size() <= ending.size() || !word.ends_with(ending)) return false;
  word.resize(word.size() - ending.size());
  return true;
}

// "[1:3]" or "[5:]" at the end of a word.
std::optional<MakeKey> strip_letters(std::string& word, const std::string& rule) {
  const std::size_t open = word.rfind('[');
  if (open == word.npos || word.back() != ']') return std::nullopt;
  const std::string range = word.substr(open + 1, word.size() - open - 2);
  const std::size_t colon = range.find(':');
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == text.npos;
  };
  const std::string from = range.substr(0, colon),
                    to = colon == range.npos ? "" : range.substr(colon + 1);
  const bool readable = colon != range.npos && is_number(from) && (to.empty() || is_number(to)) &&
                        std::stoi(from) > 0;
  if (!readable || (!to.empty() && std::stoi(to) < std::stoi(from))) {
    throw base::Error(
        base::Kind::usage,
        base::message(
            "blocking rule \"{}\": letters are named [first:last], counted from 1, such as [1:3]",
            rule));
  }
  word.resize(open);
  const auto first = static_cast<std::size_t>(std::stoi(from));
  return to.empty() ? rest_key(first) : letters_key(first, static_cast<std::size_t>(std::stoi(to)));
}

std::size_t feature_of(const Columns& columns, const record::Column& column) {
  const std::string name =
      column.field ? std::string(record::field_name(*column.field)) : column.header;
  const bool is_part = column.field == record::Field::given ||
                       column.field == record::Field::family ||
                       column.field == record::Field::patronymic;
  for (std::size_t at = 0; at < columns.features.size(); ++at) {
    if (columns.features[at].column == name || (is_part && columns.features[at].kind == Kind::name))
      return at;
  }
  return columns.features.size();
}

Key user_key(const std::string& rule, const std::string& written, const record::RecordTable& table,
             const std::vector<std::uint32_t>& records, const Columns& columns) {
  std::string word = written;
  MakeKey make = whole_key;
  bool is_whole = false;
  const record::Column* column = find_column(table, word);
  if (!column) {
    if (const auto letters = strip_letters(word, rule))
      make = *letters;
    else if (strip(word, "_year"))
      make = years_key;
    else if (strip(word, "_monthday"))
      make = month_day_key;
    else if (strip(word, "_digits"))
      make = digits_key;
    else if (strip(word, "_local"))
      make = local_part;
    else if (strip(word, "_key2"))
      make = pairs_of_sounds;
    else if (strip(word, "_initial"))
      make = sounds_and_initials;
    else if (strip(word, "_key"))
      make = sound_of;
    column = find_column(table, word);
  } else {
    is_whole = true;
  }
  if (!column) refuse(rule, written);
  if (column->field == record::Field::name && written == word + "_key") make = sounds_of_name;
  std::vector<std::string> values;
  for (std::uint32_t code = 0; code < column->values.size(); ++code)
    values.push_back(plain_value(*column, code));
  std::vector<std::uint32_t> codes;
  for (const std::uint32_t at : records) codes.push_back(column->codes[at]);
  Key key = key_from(written, feature_of(columns, *column), codes, each(values, make));
  key.is_whole = is_whole;
  return key;
}

}  // namespace

std::vector<Key> make_keys(const Columns& columns, Workers& workers, base::Progress& progress) {
  std::vector<KeyPlan> plans;
  for (std::size_t at = 0; at < columns.features.size(); ++at)
    plan_keys(columns.features[at], at, plans);
  std::vector<Key> keys(plans.size());
  workers.each(plans.size(), progress, [&](std::size_t at) {
    const auto& [of, ending, make, is_whole] = plans[at];
    const Feature& feature = columns.features[of];
    keys[at] = key_from(feature.column + ending, of, feature.codes, each(feature.values, make));
    keys[at].is_whole = is_whole;
  });
  return keys;
}

std::vector<Key> make_keys(const Columns& columns) {
  Workers alone(1);
  base::Progress silent;
  return make_keys(columns, alone, silent);
}

std::vector<Rule> parse_rules(const std::vector<std::string>& rules,
                              const record::RecordTable& table,
                              const std::vector<std::uint32_t>& records, const Columns& columns,
                              std::vector<Key>& keys) {
  std::vector<Rule> parsed;
  for (const std::string& written : rules) {
    Rule rule{trimmed(written), {}, 0};
    std::string rest = rule.name == "*" ? std::string() : rule.name + ',';
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string word = trimmed(rest.substr(0, comma));
      rest.erase(0, comma + 1);
      if (word.empty()) refuse(rule.name, word);
      keys.push_back(user_key(rule.name, word, table, records, columns));
      rule.keys.push_back(keys.size() - 1);
    }
    if (rule.keys.empty() && rule.name != "*") refuse(rule.name, rule.name);
    parsed.push_back(std::move(rule));
  }
  return parsed;
}

std::optional<Rule> known_rule(const std::string& name, const record::RecordTable& table,
                               const std::vector<std::uint32_t>& records, const Columns& columns,
                               std::vector<Key>& keys) {
  Rule rule{name, {}, 0};
  if (name == "*") return rule;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t comma = std::min(name.find(',', from), name.size());
    const std::string word = trimmed(std::string_view(name).substr(from, comma - from));
    from = comma + 1;
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == word; });
    rule.keys.push_back(static_cast<std::size_t>(known - keys.begin()));
    if (known != keys.end()) continue;
    try {
      keys.push_back(user_key(name, word, table, records, columns));
    } catch (const base::Error&) {
      return std::nullopt;
    }
  }
  return rule;
}

std::uint32_t fields_without(const Rule& rule, const std::vector<Key>& keys,
                             std::size_t feature_count) {
  std::uint32_t fields = (1U << feature_count) - 1;
  for (const std::size_t at : rule.keys) {
    if (keys[at].feature < feature_count) fields &= ~(1U << keys[at].feature);
  }
  return fields;
}

void Key::add_values(std::span<const std::uint32_t> of_record, bool several) {
  if (!several) {
    ids.push_back(of_record.empty() ? no_value : of_record.front());
    return;
  }
  if (start.empty()) start.push_back(0);
  ids.insert(ids.end(), of_record.begin(), of_record.end());
  start.push_back(static_cast<std::uint32_t>(ids.size()));
}

bool agrees(const Key& key, std::uint32_t left, std::uint32_t right) {
  const std::span<const std::uint32_t> of_left = key.values(left), of_right = key.values(right);
  auto a = of_left.begin(), b = of_right.begin();
  while (a != of_left.end() && b != of_right.end()) {
    if (*a == *b) return true;
    *a < *b ? ++a : ++b;
  }
  return false;
}

bool meets(const Rule& rule, const std::vector<Key>& keys, std::uint32_t left,
           std::uint32_t right) {
  return std::all_of(rule.keys.begin(), rule.keys.end(),
                     [&](std::size_t at) { return agrees(keys[at], left, right); });
}

}  // namespace sanaq::link
