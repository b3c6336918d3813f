#include "sanaq/estimate/interactions.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <numbers>

namespace sanaq::estimate {
namespace {

using Eigen::VectorXd;

// The model written out as the page has it, without transforms: a slow twin.
double slow_log_posterior(const VectorXd& y, const RandomInteractions& model,
                          const std::vector<double>& parameters) {
  double f = 0;
  for (unsigned s = 0; s < y.size(); ++s) {
    double log_mean = 0;
    for (unsigned t = 0; t < y.size(); ++t) {
      double product = parameters[t];
      for (unsigned list = 0; list < 3; ++list) {
        if (((t >> list) & 1) != 0) product *= static_cast<double>((s >> list) & 1) - 0.5;
      }
      log_mean += product;
    }
    f += y[s] * log_mean - std::exp(log_mean);
  }
  for (unsigned t = 0; t < y.size(); ++t) {
    const int order = std::popcount(t);
    const double sd = order == 0   ? 1e4
                      : order == 1 ? 1.5
                      : order == 2 ? model.sd
                                   : model.higher_order * model.sd;
    const double mean = order == 1 ? -2.5 : order == 2 ? model.mean : 0;
    f -= 0.5 * std::pow((parameters[t] - mean) / sd, 2);
  }
  return f;
}

VectorXd some_counts() {
  VectorXd y(8);
  y << 40, 20, 15, 6, 30, 7, 5, 12;
  return y;
}

TEST(OneClassFit, FindsTheHighestPointOfTheModelWrittenOut) {
  const RandomInteractions model{0.5, 0.4, 0.3, 1};
  const InteractionFit fit = fit_one_class(some_counts(), model, {});
  EXPECT_NEAR(fit.log_posterior, slow_log_posterior(some_counts(), model, fit.parameters), 1e-9);
  for (std::size_t at = 0; at < 8; ++at) {
    for (const double step : {-1e-3, 1e-3}) {
      std::vector<double> moved = fit.parameters;
      moved[at] += step;
      EXPECT_LT(slow_log_posterior(some_counts(), model, moved), fit.log_posterior);
    }
  }
}

TEST(OneClassFit, DoesNotDependOnWhereItStarts) {
  const RandomInteractions model{1, 0, 1, 1};
  const InteractionFit cold = fit_one_class(some_counts(), model, {});
  const InteractionFit warm =
      fit_one_class(some_counts(), model, std::vector<double>{4, -1, -1, 0, -1, 0, 0, 0});
  EXPECT_NEAR(cold.log_evidence, warm.log_evidence, 1e-7);
}

TEST(OneClassFit, SumLogFactorialIsTheSum) {
  VectorXd y(3);
  y << 0, 3, 5;
  EXPECT_NEAR(sum_log_factorial(y), std::log(6.0 * 120.0), 1e-12);
}

}  // namespace
}  // namespace sanaq::estimate
