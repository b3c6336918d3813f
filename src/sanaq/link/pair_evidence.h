// What m, u and the number of matches are learnt from: patterns that were counted, chance
// agreement, and what is known of the lists. References: what is learnt from outlives the learning.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/moments.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// Pairs of records that there are: of two lists, or of one where there is only one; and of the same
// list where there are several.
struct PairTotals {
  double across = 0, within = 0;
  std::vector<bool> group_within{false};  // by group of PatternCounts::Met
  std::vector<double> of_group{0};        // pairs, by group
  // Matches across lists, if nobody stands twice on one and all of the shorter list are on the
  // longer.
  double one_to_one = 0;
  [[nodiscard]] double all() const { return across + within; }
};

using ChanceByGroup = std::vector<std::vector<std::vector<double>>>;  // [feature][group][level]

struct PairEvidence {
  const std::vector<Feature>& features;
  std::vector<PatternCounts::Pattern> patterns;
  std::vector<PatternCounts::Known> known;
  const std::vector<std::vector<double>>& chance;  // u of every level, matches among them
  const ChanceByGroup& chance_by_group;            // of a feature, or all, it may be empty
  const Moments& moments;
  double recall = 1;  // share of matches among the pairs counted
  PairTotals totals;
  double matches_most = 0;  // more cannot be, by the lists

  [[nodiscard]] double records() const { return static_cast<double>(features[0].codes.size()); }
  // Does a feature have m and u of each group of lists?
  [[nodiscard]] bool has_groups(std::size_t feature) const {
    return !chance_by_group.empty() && !chance_by_group[feature].empty() &&
           !has_text_weight(features, feature);
  }
};

// The level of a pair's pattern; no_level where the field is not filled, or is weighed by its text.
template <typename Pair>
[[nodiscard]] std::uint64_t level_of(const PairEvidence& evidence, const Pair& pair,
                                     std::size_t feature) {
  return has_text_weight(evidence.features, feature) ? no_level
                                                     : (pair.levels >> (4 * feature)) & 15U;
}

}  // namespace sanaq::link
