#include "sanaq/link/likely_pairs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numbers>
#include <tuple>

namespace sanaq::link {

std::vector<Pair> likely_pairs(const PreparedRecords& records, const std::vector<Candidate>& edges,
                               const std::vector<double>& probabilities, Comparer& comparer) {
  const auto features = static_cast<std::ptrdiff_t>(records.columns.features.size());
  std::vector<Pair> pairs;
  std::array<std::int8_t, 32> levels{};
  for (std::size_t at = 0; at < edges.size(); ++at) {
    if (probabilities[at] < records.options.pair_probability_min) continue;
    const Candidate& edge = edges[at];
    comparer.compare(edge.left, edge.right, levels.data());
    const std::uint32_t left = records.order[edge.left], right = records.order[edge.right];
    pairs.push_back({std::min(left, right),
                     std::max(left, right),
                     edge.log_ratio / std::numbers::ln2,
                     probabilities[at],
                     {levels.begin(), levels.begin() + features}});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
  return pairs;
}

}  // namespace sanaq::link
