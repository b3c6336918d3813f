// m, u and the share of matches, learnt by EM on counts of agreement patterns (Winkler 1988), with
// weak priors.
#pragma once
#include <limits>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/expected_levels.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

struct Learnt {
  PairModel model;
  int iterations = 0;
  bool converged = false;
  // False if the class that was found cannot be that of matches, wherever EM starts (it grows as
  // far as it may, or its fields mostly differ): it is of the same household, not the same person.
  bool is_plausible = true;
  bool mostly_differs = false;             // whether the fields of that class mostly differ
  std::vector<LearningRound> rounds = {};  // one an iteration, of the start that was taken
};

// Learns a model. `chance` is u of every level (frequencies.h), `by_group` u of every feature by
// group of lists (it may be empty, also for a single feature). `recall` is the share of matches
// among the pairs counted. By the lists there cannot be more than `matches_most` matches.
[[nodiscard]] Learnt learn(const std::vector<Feature>& features, const PatternCounts& counts,
                           const std::vector<std::vector<double>>& chance,
                           const ChanceByGroup& by_group, const Moments& moments,
                           const PairModel& start, double recall, const PairTotals& totals,
                           double matches_most = std::numeric_limits<double>::infinity());

// Makes one step of EM whose expectation comes from a register of persons. From pairs alone, some
// may be taken for matches though not all of them can be: names that many share look like matches
// to pairs, but not to persons, who are on a list once and whose records all agree with each other.
[[nodiscard]] Learnt learn_from_links(const std::vector<Feature>& features,
                                      const PatternCounts& counts,
                                      const std::vector<LinkedPair>& links,
                                      const std::vector<std::vector<double>>& chance,
                                      const ChanceByGroup& by_group, const Moments& moments,
                                      const PairModel& start, double recall,
                                      const PairTotals& totals);

// Returns the model before any pair is seen: u as given, m from the moments and what is usual.
[[nodiscard]] PairModel first_model(const std::vector<Feature>& features,
                                    const std::vector<std::vector<double>>& chance,
                                    const Moments& moments, const PairTotals& totals);

}  // namespace sanaq::link
