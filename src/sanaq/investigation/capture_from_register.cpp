#include "sanaq/investigation/capture_from_register.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/investigation/case_names.h"
#include "sanaq/investigation/scope.h"

namespace sanaq::investigation {
namespace {

constexpr std::size_t lists_max = 32;  // bits of a cell

struct Pattern {
  std::uint32_t not_covered = 0, listed = 0;
  auto operator<=>(const Pattern&) const = default;
};

bool limits(const Scope& covers) { return covers.from || covers.to || !covers.places.empty(); }

// [list][record]; empty for a list that looked everywhere.
std::vector<std::vector<Standing>> coverage(const Config& config,
                                            const record::RecordTable& records) {
  std::vector<std::vector<Standing>> all(records.lists.size());
  for (std::size_t list = 0; list < records.lists.size(); ++list) {
    const auto found = std::find_if(
        config.lists.begin(), config.lists.end(),
        [&](const ListConfig& entry) { return entry.name == records.lists[list].name; });
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

Pattern pattern_of(const Person& person, const record::RecordTable& records,
                   const std::vector<std::vector<Standing>>& covered) {
  Pattern pattern;
  for (const std::uint32_t record : person.records) {
    // The case file's own list names people; it did not capture them.
    if (records.lists[records.list_of[record]].name != case_list_name)
      pattern.listed |= 1U << records.list_of[record];
  }
  for (std::size_t list = 0; list < covered.size(); ++list) {
    const std::uint32_t bit = 1U << list;
    if (!covered[list].empty() && (pattern.listed & bit) == 0 &&
        lies_outside(covered[list], person.records))
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

}  // namespace

estimate::CaptureTable capture_from_register(const Config& config,
                                             const record::RecordTable& records,
                                             const std::vector<Person>& persons,
                                             Unlinkable unlinkable) {
  if (records.lists.size() > lists_max) {
    throw base::Error(
        base::Kind::bad_input,
        base::message("{} lists are too many for an estimate; at most {}: join lists of one kind",
                      records.lists.size(), lists_max));
  }
  const auto covered = coverage(config, records);
  std::map<Pattern, std::int64_t> counts;
  std::uint32_t used = 0;
  for (const Person& person : persons) {
    if (!person.is_linkable && unlinkable == Unlinkable::left_out) continue;
    const Pattern pattern = pattern_of(person, records, covered);
    ++counts[pattern];
    used |= pattern.listed;
  }
  estimate::CaptureTable table;
  std::vector<std::size_t> kept;
  for (std::size_t list = 0; list < records.lists.size(); ++list) {
    if (((used >> list) & 1U) == 0) continue;
    kept.push_back(list);
    table.lists.push_back(records.lists[list].name);
  }
  std::map<Pattern, std::int64_t> packed_counts;
  for (const auto& [pattern, count] : counts)
    packed_counts[{packed(pattern.not_covered, kept), packed(pattern.listed, kept)}] += count;
  for (const auto& [pattern, count] : packed_counts)
    table.cells.push_back({pattern.listed, pattern.not_covered, count});
  return table;
}

}  // namespace sanaq::investigation
