#include "sanaq/persons/capture_from_register.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/scope.h"
#include "sanaq/record/age_span.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {
namespace {

constexpr std::size_t lists_max = 32;  // bits of a cell

using Pattern = CapturePattern;
using Counts = CaptureCounts;

bool limits(const settings::Scope& covers) {
  return covers.from || covers.to || !covers.places.empty();
}

// [list][record]; empty for a list that looked everywhere.
std::vector<std::vector<Standing>> coverage(const settings::Config& config,
                                            const record::RecordTable& records) {
  std::vector<std::vector<Standing>> all(records.lists.size());
  for (std::size_t list = 0; list < records.lists.size(); ++list) {
    const auto found = std::find_if(
        config.lists.begin(), config.lists.end(),
        [&](const settings::ListConfig& entry) { return entry.name == records.lists[list].name; });
    if (found != config.lists.end() && limits(found->covers))
      all[list] = standings(found->covers, records);
  }
  return all;
}

bool lies_outside(const std::vector<Standing>& standing,
                  const std::vector<std::uint32_t>& records) {
  bool is_outside = false;
  for (const std::uint32_t record : records) {
    if (standing[record] == Standing::inside) return false;
    is_outside = is_outside || standing[record] == Standing::outside;
  }
  return is_outside;
}

Pattern pattern_of(const std::vector<std::uint32_t>& own, const record::RecordTable& records,
                   const std::vector<std::vector<Standing>>& covered) {
  Pattern pattern;
  for (const std::uint32_t record : own) {
    // The case file's own list names people; it did not capture them.
    if (records.lists[records.list_of[record]].name != case_list_name)
      pattern.listed |= 1U << records.list_of[record];
  }
  for (std::size_t list = 0; list < covered.size(); ++list) {
    const std::uint32_t bit = 1U << list;
    if (!covered[list].empty() && (pattern.listed & bit) == 0 && lies_outside(covered[list], own))
      pattern.not_covered |= bit;
  }
  return pattern;
}

// Bits of the lists that are kept, moved together.
std::uint32_t packed(std::uint32_t bits, const std::vector<std::size_t>& kept) {
  std::uint32_t out = 0;
  for (std::size_t at = 0; at < kept.size(); ++at) out |= ((bits >> kept[at]) & 1U) << at;
  return out;
}

void refuse_too_many(const record::RecordTable& records) {
  if (records.lists.size() <= lists_max) return;
  throw base::Error(
      base::Kind::bad_input,
      base::message("{} lists are too many for an estimate; at most {}: join lists of one kind",
                    records.lists.size(), lists_max));
}

std::vector<std::size_t> lists_with_somebody(const record::RecordTable& records,
                                             const Counts& counts) {
  std::uint32_t used = 0;
  for (const auto& [pattern, count] : counts) used |= pattern.listed;
  std::vector<std::size_t> kept;
  for (std::size_t list = 0; list < records.lists.size(); ++list) {
    if (((used >> list) & 1U) != 0) kept.push_back(list);
  }
  return kept;
}

estimate::CaptureTable table_of(const Counts& counts, const std::vector<std::size_t>& kept,
                                const record::RecordTable& records) {
  estimate::CaptureTable table;
  for (const std::size_t list : kept) table.lists.push_back(records.lists[list].name);
  Counts packed_counts;
  for (const auto& [pattern, count] : counts)
    packed_counts[{packed(pattern.not_covered, kept), packed(pattern.listed, kept)}] += count;
  for (const auto& [pattern, count] : packed_counts)
    table.cells.push_back({pattern.listed, pattern.not_covered, count});
  return table;
}

bool is_counted(const Person& person, Unlinkable unlinkable) {
  return person.is_linkable || unlinkable == Unlinkable::each_a_person;
}

const record::Column& column_named(const record::RecordTable& records, const std::string& name) {
  const auto field = record::field_from_name(name);
  for (const record::Column& column : records.columns) {
    if ((field && column.field == field) || column.header == name) return column;
  }
  throw base::Error(base::Kind::usage,
                    base::message("strata: no list has a column for {}; name a field (sex, age, "
                                  "date, place, occupation, group) or a header",
                                  name));
}

// What a record says in one column, as a stratum.
std::string stratum_value(const record::Column& column, std::uint32_t record) {
  const std::uint32_t code = column.codes[record];
  const std::string& canonical = column.canonical[code];
  const std::string& text = canonical.empty() ? column.values[code] : canonical;
  if (column.field == record::Field::age) {
    const auto age = record::age_from_text(canonical);
    const int tens = age ? age->from / 10 * 10 : 0;
    if (age && age->to < tens + 10) return fmt::format("{}-{}", tens, tens + 9);
  }
  if (column.field == record::Field::date && canonical.size() >= 7 && canonical[4] == '-' &&
      canonical.find('/') == std::string::npos)
    return canonical.substr(0, 7);
  return text;
}

// Of most of the person's records; of the first where there is a tie.
std::string stratum_value(const record::Column& column, const Person& person) {
  std::vector<std::pair<std::string, int>> times;
  for (const std::uint32_t record : person.records) {
    std::string value = stratum_value(column, record);
    if (value.empty()) continue;
    const auto found = std::find_if(times.begin(), times.end(),
                                    [&](const auto& entry) { return entry.first == value; });
    if (found == times.end())
      times.emplace_back(std::move(value), 1);
    else
      ++found->second;
  }
  const auto most = std::max_element(
      times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == times.end() ? "?" : most->first;
}

}  // namespace

CapturePatterns::CapturePatterns(const settings::Config& config, const record::RecordTable& records)
    : records_(records), covered_(coverage(config, records)) {
  refuse_too_many(records);
}

CapturePattern CapturePatterns::of(const std::vector<std::uint32_t>& records) const {
  return pattern_of(records, records_, covered_);
}

estimate::CaptureTable CapturePatterns::table(const CaptureCounts& counts) const {
  CaptureCounts filled = counts;
  std::erase_if(filled, [](const auto& entry) { return entry.second == 0; });
  return table_of(filled, lists_with_somebody(records_, filled), records_);
}

estimate::CaptureTable capture_from_register(const settings::Config& config,
                                             const record::RecordTable& records,
                                             const std::vector<Person>& persons,
                                             Unlinkable unlinkable) {
  refuse_too_many(records);
  const auto covered = coverage(config, records);
  Counts counts;
  for (const Person& person : persons) {
    if (is_counted(person, unlinkable)) ++counts[pattern_of(person.records, records, covered)];
  }
  return table_of(counts, lists_with_somebody(records, counts), records);
}

std::vector<estimate::Stratum> captures_by_stratum(const settings::Config& config,
                                                   const record::RecordTable& records,
                                                   const std::vector<Person>& persons,
                                                   Unlinkable unlinkable,
                                                   const std::vector<std::string>& strata) {
  refuse_too_many(records);
  const auto covered = coverage(config, records);
  std::vector<const record::Column*> columns;
  for (const std::string& name : strata) columns.push_back(&column_named(records, name));
  Counts whole;
  std::map<std::string, Counts> parts;
  for (const Person& person : persons) {
    if (!is_counted(person, unlinkable)) continue;
    std::string name;
    for (const record::Column* column : columns)
      name += (name.empty() ? "" : ", ") + stratum_value(*column, person);
    const Pattern pattern = pattern_of(person.records, records, covered);
    ++whole[pattern];
    ++parts[name][pattern];
  }
  const std::vector<std::size_t> kept = lists_with_somebody(records, whole);
  std::vector<estimate::Stratum> out;
  for (const auto& [name, counts] : parts)
    out.push_back({name, table_of(counts, kept, records), {}});
  return out;
}

}  // namespace sanaq::persons
