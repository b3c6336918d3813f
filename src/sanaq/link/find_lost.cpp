#include "sanaq/link/find_lost.h"

#include <algorithm>
#include <cstdint>

namespace sanaq::link {

std::vector<Lost> find_lost(const PairSpace& space, const std::vector<Candidate>& edges,
                            const std::vector<double>& probabilities,
                            const std::vector<double>& recall, const std::vector<double>& cut) {
  std::vector<double> given(space.list_pair_count());
  for (std::size_t at = 0; at < edges.size(); ++at)
    given[space.list_pair(edges[at].left, edges[at].right)] += probabilities[at];
  std::vector<Lost> all;
  for (std::uint32_t b = 0; b < space.list_count(); ++b) {
    for (std::uint32_t a = 0; a <= b; ++a) {
      const std::size_t lists = PairSpace::list_pair_of_lists(a, b);
      // A recall that is told from few matches may be told far too low: what rules that were
      // chosen to find nearly all lose of two lists is believed up to this share.
      constexpr double lost_most = 0.06, recall_least = 0.1;
      const double lost =
          std::min(given[lists] * (1 / std::max(recall_least, recall[lists]) - 1) + cut[lists],
                   lost_most * given[lists]);
      if (lost > 0) all.push_back({a, b, lost});
    }
  }
  return all;
}

}  // namespace sanaq::link
