#include "sanaq/persons/suspected_names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

#include "sanaq/base/toml_text.h"

namespace sanaq::persons {
namespace {

using record::Column;
using record::Field;

const std::string& read_value(const Column& column, std::size_t record) {
  const std::uint32_t code = column.codes[record];
  return column.canonical.empty() ? column.values[code] : column.canonical[code];
}

// The columns that name somebody: a whole name or, where it is empty, the parts together.
struct NameColumns {
  const Column* whole = nullptr;
  std::vector<const Column*> parts;
};

NameColumns name_columns(const record::RecordTable& list) {
  NameColumns columns{list.find(Field::name), {}};
  for (const Field field : {Field::family, Field::given, Field::patronymic}) {
    if (const Column* part = list.find(field)) columns.parts.push_back(part);
  }
  return columns;
}

std::string name_of(const NameColumns& columns, std::size_t record) {
  std::string name = columns.whole == nullptr ? "" : read_value(*columns.whole, record);
  if (!name.empty()) return name;
  for (const Column* column : columns.parts) {
    const std::string& part = read_value(*column, record);
    if (part.empty()) continue;
    if (!name.empty()) name += ' ';
    name += part;
  }
  return name;
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" ,\t", at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

constexpr std::int64_t rows_least = 5;
const double log_p_most = std::log(1e-6);

// How often each name stands on the list, in the order of their first rows.
struct Counted {
  std::vector<std::string> names;
  std::vector<std::int64_t> rows;
  std::int64_t all_rows = 0;
};

Counted count_names(const record::RecordTable& list) {
  Counted counted;
  const NameColumns columns = name_columns(list);
  const auto count = [&](std::string name, std::int64_t rows) {
    counted.names.push_back(std::move(name));
    counted.rows.push_back(rows);
    counted.all_rows += rows;
  };
  if (columns.parts.empty()) {
    if (columns.whole == nullptr) return counted;
    const Column& names = *columns.whole;
    std::vector<std::int64_t> rows(names.values.size());
    for (const std::uint32_t code : names.codes) ++rows[code];
    for (std::size_t code = 1; code < rows.size(); ++code) {
      const std::string& name = (names.canonical.empty() ? names.values : names.canonical)[code];
      if (rows[code] > 0 && !name.empty()) count(name, rows[code]);
    }
    return counted;
  }
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t record = 0; record < list.record_count(); ++record) {
    std::string name = name_of(columns, record);
    if (name.empty()) continue;
    const auto [place, is_new] = places.emplace(name, counted.names.size());
    if (is_new) count(std::move(name), 0);
    ++counted.rows[place->second];
    ++counted.all_rows;
  }
  return counted;
}

bool most_have_two_words(const Counted& counted) {
  std::int64_t rows = 0;
  for (std::size_t at = 0; at < counted.names.size(); ++at)
    rows += words_of(counted.names[at]).size() > 1 ? counted.rows[at] : 0;
  return rows * 2 > counted.all_rows;
}

// Words of frequent names that stand in other names too.
std::unordered_map<std::string_view, bool> words_shared(const Counted& counted) {
  std::unordered_map<std::string_view, bool> is_shared;
  for (std::size_t at = 0; at < counted.names.size(); ++at) {
    if (counted.rows[at] < rows_least) continue;
    for (const std::string_view word : words_of(counted.names[at])) is_shared.emplace(word, false);
  }
  if (is_shared.empty()) return is_shared;
  for (std::size_t at = 0; at < counted.names.size(); ++at) {
    if (counted.rows[at] >= rows_least) continue;
    for (const std::string_view word : words_of(counted.names[at])) {
      const auto found = is_shared.find(word);
      if (found != is_shared.end()) found->second = true;
    }
  }
  return is_shared;
}

}  // namespace

double log_poisson_tail(std::int64_t count, double mean) {
  if (count <= 0) return 0;
  if (mean <= 0) return -std::numeric_limits<double>::infinity();
  const auto at = static_cast<double>(count);
  if (mean >= at) return 0;  // no less than about a half: of no use here
  double log_term = -mean + at * std::log(mean);
  for (std::int64_t factor = 2; factor <= count; ++factor)
    log_term -= std::log(static_cast<double>(factor));
  double sum = 1, term = 1;  // of the terms beyond, against the first
  for (double next = at + 1; term > 1e-17 * sum; ++next) {
    term *= mean / next;
    sum += term;
  }
  return std::min(0.0, log_term + std::log(sum));
}

std::vector<SuspectedName> suspected_names(const record::RecordTable& list) {
  const Counted counted = count_names(list);
  const auto is_shared = words_shared(counted);
  if (is_shared.empty()) return {};
  const bool may_be_one_word = most_have_two_words(counted);
  std::vector<SuspectedName> suspected;
  for (std::size_t at = 0; at < counted.names.size(); ++at) {
    const std::int64_t rows = counted.rows[at];
    if (rows < rows_least || counted.names.size() < 2) continue;
    const std::vector<std::string_view> words = words_of(counted.names[at]);
    if (words.empty() || (words.size() == 1 && !may_be_one_word)) continue;
    if (std::any_of(words.begin(), words.end(),
                    [&](std::string_view word) { return is_shared.at(word); }))
      continue;
    const auto others = static_cast<double>(counted.all_rows - rows);
    const double share = 0.5 / (others + 1);
    const double repeats = others / static_cast<double>(counted.names.size() - 1) - 1;
    const double expected = others * std::pow(share, static_cast<double>(words.size())) + repeats;
    if (log_poisson_tail(rows, expected) < log_p_most)
      suspected.push_back({counted.names[at], rows});
  }
  return suspected;
}

record::RecordTable without_names(record::RecordTable records, const std::set<std::string>& names) {
  const NameColumns columns = name_columns(records);
  std::vector<std::size_t> out;
  for (std::size_t record = 0; record < records.record_count(); ++record) {
    if (names.contains(name_of(columns, record))) out.push_back(record);
  }
  for (Column& column : records.columns) {
    const bool is_name = column.field == Field::name || column.field == Field::family ||
                         column.field == Field::given || column.field == Field::patronymic;
    if (!is_name) continue;
    for (const std::size_t record : out) column.codes[record] = 0;
  }
  return records;
}

std::string nobody_line(const std::vector<std::string>& words) {
  std::string line = "nobody = [";
  for (std::size_t at = 0; at < words.size(); ++at)
    line += (at == 0 ? "" : ", ") + base::toml_text(words[at]);
  return line + "]";
}

base::Message suspicion(const SuspectedName& suspected, const std::string& line, bool has_words) {
  if (has_words)
    return base::message(
        "{} rows have the name {}: far more than its words explain, and they stand in no other "
        "name. It is linked as a name. If it says that nobody knows, write in investigation.toml, "
        "in place of the line nobody below [words]:  {}",
        suspected.rows, suspected.name, line);
  return base::message(
      "{} rows have the name {}: far more than its words explain, and they stand in no other name. "
      "It is linked as a name. If it says that nobody knows, write in investigation.toml:  [words] "
      " "
      "and below it  {}",
      suspected.rows, suspected.name, line);
}

}  // namespace sanaq::persons
