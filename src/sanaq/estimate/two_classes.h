// The fit of random interactions around two latent classes: Levenberg and Marquardt's method, and
// Laplace's evidence.
//
// C_s = log[(1-w) prod_i p_i^{s_i} (1-p_i)^{1-s_i} + w prod_i q_i^{s_i} (1-q_i)^{1-s_i}], logit p_i
// = b_i, logit q_i = b_i + d_i, logit w = v. Not concave: start it from several places and keep the
// best.
#pragma once
#include <vector>

#include "sanaq/estimate/interactions.h"

namespace sanaq::estimate {

// Where a fit may start, with the same values for all lists.
struct TwoClassStart {
  double shift = 2;      // d_i
  double log_odds = -2;  // v
};

// Returns parameters that give each list its share of y under the two classes, without
// interactions.
[[nodiscard]] std::vector<double> two_class_start(const Eigen::VectorXd& y,
                                                  const TwoClassStart& start);

// `y` has 2^L values, of which y[0] is the assumed number of unlisted. The parameters are 2^L by
// mask (a, b, u), then v, then the d of each list.
[[nodiscard]] InteractionFit fit_two_classes(const Eigen::VectorXd& y,
                                             const RandomInteractions& model,
                                             const std::vector<double>& start);

}  // namespace sanaq::estimate
