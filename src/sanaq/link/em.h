// m, u and the share of matches, learnt by EM on counts of agreement patterns (Winkler 1988), with
// weak priors.
#pragma once
#include <limits>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/expected_levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

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
