#include "sanaq/estimate/two_classes.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace sanaq::estimate {
namespace {

using Eigen::VectorXd;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// The model written out as the page has it: a slow twin. Parameters: 8 by mask, v, d of each list.
double slow_log_posterior(const VectorXd& y, const RandomInteractions& model,
                          const std::vector<double>& parameters) {
  const double w = logistic(parameters[8]);
  double f = 0;
  for (unsigned s = 0; s < 8; ++s) {
    double first = 1 - w, second = w, log_mean = parameters[0];
    for (unsigned list = 0; list < 3; ++list) {
      const bool listed = ((s >> list) & 1) != 0;
      const double b = parameters[1u << list], p = logistic(b),
                   q = logistic(b + parameters[9 + list]);
      first *= listed ? p : 1 - p;
      second *= listed ? q : 1 - q;
    }
    for (unsigned t = 0; t < 8; ++t) {
      if (std::popcount(t) < 2) continue;
      double product = parameters[t];
      for (unsigned list = 0; list < 3; ++list) {
        if (((t >> list) & 1) != 0) product *= static_cast<double>((s >> list) & 1) - 0.5;
      }
      log_mean += product;
    }
    log_mean += std::log(first + second);
    f += y[s] * log_mean - std::exp(log_mean);
  }
  const auto penalty = [&](double value, double mean, double sd) {
    f -= 0.5 * std::pow((value - mean) / sd, 2);
  };
  penalty(parameters[0], 0, 1e4);
  penalty(parameters[8], -1.5, 1.5);
  for (unsigned list = 0; list < 3; ++list) {
    penalty(parameters[1u << list], -2.5, 1.5);
    penalty(parameters[9 + list], 2.5, 2);
  }
  for (unsigned t = 0; t < 8; ++t) {
    if (std::popcount(t) == 2) penalty(parameters[t], model.mean, model.sd);
    if (std::popcount(t) == 3) penalty(parameters[t], 0, model.sd * model.higher_order);
  }
  return f;
}

VectorXd some_counts() {
  VectorXd y(8);
  y << 400, 60, 50, 12, 70, 14, 11, 30;
  return y;
}

TEST(TwoClassFit, StandsOnAPeakOfTheModelWrittenOut) {
  const RandomInteractions model{0.5, 0, 1, 2};
  const InteractionFit fit =
      fit_two_classes(some_counts(), model, two_class_start(some_counts(), {2, -2}));
  EXPECT_NEAR(fit.log_posterior, slow_log_posterior(some_counts(), model, fit.parameters), 1e-8);
  for (std::size_t at = 0; at < fit.parameters.size(); ++at) {
    for (const double step : {-1e-2, 1e-2}) {
      std::vector<double> moved = fit.parameters;
      moved[at] += step;
      EXPECT_LT(slow_log_posterior(some_counts(), model, moved), fit.log_posterior)
          << "parameter " << at;
    }
  }
}

// From every start, with few persons and with many.
TEST(TwoClassFit, StandsOnThePeakToTheLastDigits) {
  const RandomInteractions model{0.2, 0, 0.3, 2};
  for (const double times : {1.0, 1000.0}) {
    const VectorXd y = times * some_counts();
    for (const TwoClassStart start :
         {TwoClassStart{2, -2}, TwoClassStart{4.5, -2.2}, TwoClassStart{1, 0}}) {
      const InteractionFit fit = fit_two_classes(y, model, two_class_start(y, start));
      for (std::size_t at = 0; at < fit.parameters.size(); ++at) {
        std::vector<double> up = fit.parameters, down = fit.parameters;
        up[at] += 1e-4;
        down[at] -= 1e-4;
        const double slope =
            (slow_log_posterior(y, model, up) - slow_log_posterior(y, model, down)) / 2e-4;
        EXPECT_NEAR(slope / std::sqrt(times), 0, 1e-3) << "parameter " << at;
      }
    }
  }
}

TEST(TwoClassStart, GivesEachListItsShare) {
  const std::vector<double> start = two_class_start(some_counts(), {4.5, -2.2});
  const double w = logistic(-2.2), total = some_counts().sum();
  const double share = (1 - w) * logistic(start[1]) + w * logistic(start[1] + 4.5);
  EXPECT_NEAR(share, (60 + 12 + 14 + 30 + 0.5) / (total + 1), 1e-9);
}

}  // namespace
}  // namespace sanaq::estimate
