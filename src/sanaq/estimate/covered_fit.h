// The fit of random interactions if some lists did not cover everybody: one model of
// interactions.h or two_classes.h for all, each coverage group with a number of its own.
//
// A cell (g, c) of group g, c a set of the lists that covered it, holds the persons of all full
// patterns s that agree with c on those lists:
//   y_gc ~ Poisson(exp(a_g) sum of exp(eta_s)), eta_s as in backtested.h without its a.
// One group, the base, has its unlisted given; the others speak by their listed persons alone.
// Levenberg and Marquardt's method; Laplace's evidence. With one group that every list covered it
// is the fit of interactions.h and two_classes.h.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "sanaq/estimate/interactions.h"

namespace sanaq::estimate {

struct CoverageGroup {
  std::uint32_t covered = 0;         // the lists that covered it
  std::vector<std::int64_t> counts;  // 2^L by mask of lists; only subsets of `covered` count
  [[nodiscard]] std::int64_t observed() const;
};

// Group 0 is the base. In the functions below, `unlisted` is the assumed number of its persons on
// no list.
struct CoverageData {
  int lists = 0;
  std::vector<CoverageGroup> groups;
  // Masks of two lists that are said to depend on each other: dependent_lists.h.
  std::vector<std::uint32_t> dependent = {};
};

// The parameters are: 2^L by mask (a of the base, b, u); with two classes, then v and the d of each
// list; then the a of each other group.
struct CoveredFit {
  Eigen::VectorXd parameters;
  Eigen::MatrixXd precision;  // the Gauss-Newton matrix at the optimum
  double log_posterior = 0, log_evidence = 0;
};

[[nodiscard]] Eigen::VectorXd covered_start(const CoverageData& data,
                                            const RandomInteractions& model, double unlisted,
                                            double shift, double log_odds);
[[nodiscard]] CoveredFit fit_covered(const CoverageData& data, const RandomInteractions& model,
                                     double unlisted, const Eigen::VectorXd& start);

// Returns, for each group, the odds of a person to be on none of the lists that covered him.
[[nodiscard]] std::vector<double> unlisted_odds(const CoverageData& data,
                                                const RandomInteractions& model,
                                                const Eigen::VectorXd& parameters);

// Returns the expected counts of the cells that can be observed, group by group, by ascending mask.
[[nodiscard]] std::vector<double> cell_means(const CoverageData& data,
                                             const RandomInteractions& model,
                                             const Eigen::VectorXd& parameters);

}  // namespace sanaq::estimate
