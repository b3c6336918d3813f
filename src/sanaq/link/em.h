// m, u and the share of matches, learnt by EM on counts of agreement patterns (Winkler 1988), with
// weak priors.
#pragma once
#include <limits>
#include <vector>

#include "sanaq/link/moments.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/link/score.h"

namespace sanaq::link {

// Pairs of records that there are: of two lists, or of one where there is only one; and of the same
// list where there are several.
struct PairTotals {
  double across = 0, within = 0;
  std::vector<bool> group_within{false};  // by group of PatternCounts::Met
  std::vector<double> of_group{0};        // pairs, by group
  double one_to_one = 0;  // matches across lists, if nobody stands twice on one and all of the
                          // shorter list are on the longer
};

using ChanceByGroup = std::vector<std::vector<std::vector<double>>>;  // [feature][group][level]

struct Learnt {
  PairModel model;
  int iterations = 0;
  bool converged = false;
  // False: the class that was found cannot be that of matches, from wherever EM starts (it grows as
  // far as it may, or its fields mostly differ): of the same household, not the same person.
  bool is_plausible = true;
  bool mostly_differs = false;  // the fields of what was found mostly differ
};

// `chance`: u of every level (frequencies.h). `recall`: share of matches among the pairs counted.
// `matches_most`: more cannot be, by the lists.
// `by_group`: u of every feature by group of lists; of a feature, or all, it may be empty.
[[nodiscard]] Learnt learn(const std::vector<Feature>& features, const PatternCounts& counts,
                           const std::vector<std::vector<double>>& chance,
                           const ChanceByGroup& by_group, const Moments& moments,
                           const PairModel& start, double recall, const PairTotals& totals,
                           double matches_most = std::numeric_limits<double>::infinity());

// A pair of a register, with the probability that it has there. Bit f of `fields`: a rule without
// feature f found it.
struct LinkedPair {
  std::uint64_t levels = 0;  // as in PatternCounts
  std::uint32_t fields = 0, group = 0;
  double probability = 0;
};

// One step of EM whose expectation is that of a register of persons. Pairs alone may be held
// for matches though nobody can be all of them: names that many share look like matches to pairs,
// not to persons, who stand once on a list and whose records all agree with each other.
[[nodiscard]] Learnt learn_from_links(const std::vector<Feature>& features,
                                      const PatternCounts& counts,
                                      const std::vector<LinkedPair>& links,
                                      const std::vector<std::vector<double>>& chance,
                                      const ChanceByGroup& by_group, const Moments& moments,
                                      const PairModel& start, double recall,
                                      const PairTotals& totals);

// Before any pair is seen: u as it is, m by the moments and what is usual.
[[nodiscard]] PairModel first_model(const std::vector<Feature>& features,
                                    const std::vector<std::vector<double>>& chance,
                                    const Moments& moments, const PairTotals& totals);

}  // namespace sanaq::link
