#include "sanaq/link/pair_totals.h"

#include <algorithm>
#include <limits>

namespace sanaq::link {

PairTotals pair_totals(const PairSpace& space) {
  PairTotals totals{space.pair_count(), 0, space.groups_within(), space.pairs_by_group(), 0};
  const std::vector<double> pairs = space.pairs_by_lists();
  for (std::size_t list = 0; list < space.list_count() && space.list_count() > 1; ++list)
    totals.within += pairs[space.list_pair_of_lists(list, list)];
  totals.across -= totals.within;
  const std::vector<std::vector<std::uint32_t>> records = space.records_by_list();
  for (std::size_t a = 0; a < records.size(); ++a) {
    for (std::size_t b = a + 1; b < records.size(); ++b)
      totals.one_to_one += static_cast<double>(std::min(records[a].size(), records[b].size()));
  }
  return totals;
}

double matches_most(const record::RecordTable& table) {
  std::vector<double> sizes(table.lists.size());
  for (const std::uint32_t list : table.list_of) sizes[list] += 1;
  double most = 0;
  for (std::size_t a = 0; a < sizes.size(); ++a) {
    if (!table.lists[a].one_per_person) return std::numeric_limits<double>::infinity();
    for (std::size_t b = a + 1; b < sizes.size(); ++b) most += std::min(sizes[a], sizes[b]);
  }
  return most;
}

}  // namespace sanaq::link
