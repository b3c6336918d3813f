#include "sanaq/estimate/prior_sensitivity.h"

#include <gtest/gtest.h>

#include "sanaq/estimate/prior_sensitivity.h"

namespace sanaq::estimate {
namespace {

TEST(PriorSensitivity, LargeTotalsWeighMoreWhereEveryTotalWasAsLikely) {
  std::vector<double> totals;
  for (int i = 0; i < 4000; ++i) totals.push_back(100 + i % 400);
  const auto answers = answers_under_priors(totals, TotalPrior{150, 250}, {"model", 0.95, 0, 0}, 1);
  ASSERT_EQ(answers.size(), 4u);
  EXPECT_NEAR(answers[0].estimate.median, 300, 3);  // without it
  EXPECT_LT(answers[1].estimate.median, 260);       // twice as wide
  EXPECT_GT(answers[2].estimate.median, answers[3].estimate.median);
}

TEST(PriorSensitivity, PartsOfTheAverageEncloseIt) {
  const std::vector<std::int64_t> counts{0, 60, 50, 12, 70, 14, 11, 9};
  const auto posterior = backtested_posterior(counts, {});
  const auto answers = answers_of_parts(posterior);
  ASSERT_EQ(answers.size(), 5u);
  const double all = 226 + posterior.unlisted_quantile(0.5);
  const double one = answers[0].estimate.median, other = answers[1].estimate.median;
  EXPECT_LE(std::min(one, other), all);
  EXPECT_GE(std::max(one, other), all);
}

}  // namespace
}  // namespace sanaq::estimate
