// What m, u and the number of matches are learnt from: counted patterns, chance agreement, and what
// is known about the lists. The members are references; what they refer to must outlive the
// learning.
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

// The numbers of pairs of records: `across` two lists, or within the list if there is only one;
// `within` one list if there are several.
struct PairTotals {
  double across = 0, within = 0;
  std::vector<bool> group_within{false};  // by group of PatternCounts::Met: is it within a list
  std::vector<double> of_group{0};        // the number of pairs, by group
  // The number of matches across lists if nobody is on one twice and all of the shorter list are on
  // the longer.
  double one_to_one = 0;
  [[nodiscard]] double all() const { return across + within; }
};

using ChanceByGroup = std::vector<std::vector<std::vector<double>>>;  // [feature][group][level]

struct PairEvidence {
  const std::vector<Feature>& features;
  std::vector<PatternCounts::Pattern> patterns;
  std::vector<PatternCounts::Known> known;
  const std::vector<std::vector<double>>& chance;  // u of every level, with the matches among them
  const ChanceByGroup& chance_by_group;            // may be empty, also for a single feature
  const Moments& moments;
  double recall = 1;  // share of matches among the pairs counted
  PairTotals totals;
  double matches_most = 0;  // by the lists there cannot be more matches

  [[nodiscard]] double records() const { return static_cast<double>(features[0].codes.size()); }
  // Returns true if a feature has m and u for each group of lists.
  [[nodiscard]] bool has_groups(std::size_t feature) const {
    return !chance_by_group.empty() && !chance_by_group[feature].empty() &&
           !has_text_weight(features, feature);
  }
};

// Returns the level of a feature in a pair's pattern; no_level if the field is not filled, or is
// weighed by its text.
template <typename Pair>
[[nodiscard]] std::uint64_t level_of(const PairEvidence& evidence, const Pair& pair,
                                     std::size_t feature) {
  return has_text_weight(evidence.features, feature) ? no_level
                                                     : (pair.levels >> (4 * feature)) & 15U;
}

}  // namespace sanaq::link
