// The fit of one model of random interactions with one latent class: Newton's method, and Laplace's
// evidence.
#pragma once
#include <Eigen/Core>
#include <vector>

#include "sanaq/estimate/random_interactions.h"

namespace sanaq::estimate {

// A fitted optimum. Its `parameters` may be the start of the fit at a neighbouring number.
struct InteractionFit {
  std::vector<double> parameters;
  double log_posterior = 0;  // f of docs/method/backtested.md, without log y_s!
  double log_evidence = 0;   // by Laplace, with log y_s!; comparable between models and y_0
};

// The prior precision and mean of the interactions by mask t; entries of fewer than two lists are
// 0.
struct InteractionPrior {
  Eigen::VectorXd precision, mean;
};
[[nodiscard]] InteractionPrior interaction_prior(int lists, const RandomInteractions& model);

inline constexpr double intercept_precision = 1e-8;  // flat a: p(N) proportional to 1/N
inline constexpr double main_mean = -2.5, main_sd = 1.5;
// With two classes: the priors of d, by which the second class differs on each list, and of v, the
// log odds of its share.
inline constexpr double class_shift_mean = 2.5, class_shift_sd = 2;
inline constexpr double class_log_odds_mean = -1.5, class_log_odds_sd = 1.5;

// `y` has 2^L values, of which y[0] is the assumed number of unlisted. The parameters are by mask:
// 0 is a, single bits are b, the rest u. If `start` is empty, the fit starts from the saturated fit
// to y + 1/2.
[[nodiscard]] InteractionFit fit_one_class(const Eigen::VectorXd& y,
                                           const RandomInteractions& model,
                                           const std::vector<double>& start);

// Returns the part of the evidence that depends on y alone: the sum of log y_s!.
[[nodiscard]] double sum_log_factorial(const Eigen::VectorXd& y);

}  // namespace sanaq::estimate
