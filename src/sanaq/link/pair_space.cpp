#include "sanaq/link/pair_space.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>

namespace sanaq::link {
namespace {

std::uint64_t mark_of(std::string_view identity) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char letter : identity)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;  // FNV-1a
  // The finisher of splitmix64: identities that differ in one letter have nothing in common.
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31);
}

}  // namespace

PairSpace make_pair_space(const record::RecordTable& table,
                          const std::vector<std::uint32_t>& order) {
  PairSpace space;
  const auto mark = [&](std::uint32_t record) {
    return record < table.identities.size()
               ? mark_of(table.identities[record])
               : mark_of(std::to_string(record));  // read without identities
  };
  // Of all records in the order of the table: identities stand one after another in memory.
  std::vector<std::uint64_t> marks;
  if (order.size() == table.record_count()) {
    marks.reserve(order.size());
    for (std::uint32_t record = 0; record < order.size(); ++record) marks.push_back(mark(record));
  }
  space.marks.reserve(order.size());
  space.list_of.reserve(order.size());
  for (const std::uint32_t record : order) {
    space.marks.push_back(marks.empty() ? mark(record) : marks[record]);
    space.list_of.push_back(table.list_of[record]);
  }
  for (const record::List& list : table.lists) space.one_per_person.push_back(list.one_per_person);
  return space;
}

std::vector<double> PairSpace::pairs_by_lists() const {
  std::vector<double> sizes(list_count());
  for (const std::uint32_t list : list_of) sizes[list] += 1;
  std::vector<double> pairs(list_pair_count());
  for (std::size_t b = 0; b < sizes.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) pairs[list_pair_of_lists(a, b)] = sizes[a] * sizes[b];
    pairs[list_pair_of_lists(b, b)] = one_per_person[b] ? 0 : sizes[b] * (sizes[b] - 1) / 2;
  }
  return pairs;
}

std::vector<bool> PairSpace::groups_within() const {
  if (list_pair_count() > groups_most) return {false, true};
  std::vector<bool> within(list_pair_count());
  for (std::size_t list = 0; list < list_count() && list_count() > 1; ++list)
    within[list_pair_of_lists(list, list)] = true;
  return within;
}

std::vector<double> PairSpace::pairs_by_group() const {
  std::vector<double> of_lists = pairs_by_lists();
  if (list_pair_count() <= groups_most) return of_lists;
  std::vector<double> groups(2);
  for (std::size_t b = 0; b < list_count(); ++b) {
    for (std::size_t a = 0; a <= b; ++a)
      groups[a == b && list_count() > 1 ? 1 : 0] += of_lists[list_pair_of_lists(a, b)];
  }
  return groups;
}

double PairSpace::pair_count() const {
  const std::vector<double> pairs = pairs_by_lists();
  return std::accumulate(pairs.begin(), pairs.end(), 0.0);
}

std::vector<std::vector<std::uint32_t>> PairSpace::records_by_list() const {
  std::vector<std::vector<std::uint32_t>> records(list_count());
  for (std::uint32_t at = 0; at < list_of.size(); ++at) records[list_of[at]].push_back(at);
  return records;
}

std::uint64_t mark_limit(double share) {
  constexpr double marks = 18446744073709551616.0;  // 2^64
  return share >= 1 ? std::numeric_limits<std::uint64_t>::max()
                    : static_cast<std::uint64_t>(std::max(0.0, share) * marks);
}

}  // namespace sanaq::link
