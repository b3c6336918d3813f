#include "sanaq/link/linkable_records.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "sanaq/link/name_columns.h"
#include "sanaq/record/field.h"
#include "sanaq/text/nobody.h"

namespace sanaq::link {
namespace {

using record::Field;

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

}  // namespace

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

}  // namespace sanaq::link
