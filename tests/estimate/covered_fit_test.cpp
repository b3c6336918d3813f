#include "sanaq/estimate/covered_fit.h"

#include <gtest/gtest.h>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/covered_average.h"
#include "sanaq/estimate/two_classes.h"

namespace sanaq::estimate {
namespace {

const std::vector<std::int64_t> counts{0, 60, 50, 12, 70, 14, 11, 9};

Eigen::VectorXd cells_with(double unlisted) {
  Eigen::VectorXd y(8);
  for (int s = 1; s < 8; ++s) y[s] = static_cast<double>(counts[static_cast<std::size_t>(s)]);
  y[0] = unlisted;
  return y;
}

CoverageData one_group() { return coverage_data(table_of_counts(counts)); }

// The fast twins know only lists that covered everybody.
TEST(CoveredFit, WithOneGroupIsTheOneClassFit) {
  const RandomInteractions model{.sd = 0.5, .mean = 0.4, .higher_order = 0.3, .classes = 1};
  for (const double unlisted : {0.0, 40.0, 900.0}) {
    const auto fit = fit_covered(one_group(), model, unlisted,
                                 covered_start(one_group(), model, unlisted, 2, -2));
    EXPECT_NEAR(fit.log_evidence, fit_one_class(cells_with(unlisted), model, {}).log_evidence,
                1e-4);
  }
}

TEST(CoveredFit, WithOneGroupIsTheTwoClassFit) {
  const RandomInteractions model{.sd = 0.2, .mean = 0, .higher_order = 1, .classes = 2};
  const Eigen::VectorXd y = cells_with(150);
  const auto fit =
      fit_covered(one_group(), model, 150, covered_start(one_group(), model, 150, 2, -2));
  const auto twin = fit_two_classes(y, model, two_class_start(y, {2, -2}));
  EXPECT_NEAR(fit.log_posterior, twin.log_posterior, 1e-4);
  // Both approximate the same matrix; the intercepts are scaled apart, which all k share.
  const auto fit_2 = fit_covered(one_group(), model, 300, fit.parameters);
  const Eigen::VectorXd y_2 = cells_with(300);
  const auto twin_2 = fit_two_classes(y_2, model, twin.parameters);
  EXPECT_NEAR(fit_2.log_evidence - fit.log_evidence, twin_2.log_evidence - twin.log_evidence, 1e-3);
}

TEST(CoveredFit, ExpectedCellsAreNearThoseSeenAndOddsArePositive) {
  const RandomInteractions model{.sd = 1, .mean = 0, .higher_order = 1, .classes = 1};
  const auto fit =
      fit_covered(one_group(), model, 100, covered_start(one_group(), model, 100, 2, -2));
  const auto means = cell_means(one_group(), model, fit.parameters);
  ASSERT_EQ(means.size(), 7u);
  for (std::size_t s = 1; s < 8; ++s) EXPECT_NEAR(means[s - 1], static_cast<double>(counts[s]), 6);
  EXPECT_NEAR(unlisted_odds(one_group(), model, fit.parameters)[0], 100.0 / 226, 0.1);
}

}  // namespace
}  // namespace sanaq::estimate
