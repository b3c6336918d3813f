#include "sanaq/estimate/draws_answer.h"

#include <gtest/gtest.h>

namespace sanaq::estimate {
namespace {

TEST(DrawsAnswer, QuantilesAreWholePersonsAndTheUnlistedAreTheRest) {
  Summary summary;
  summary.observed = 100;
  std::vector<double> draws;
  for (int i = 0; i <= 1000; ++i) draws.push_back(100 + i % 7 * 10.2);
  fill_from_draws(draws, "model", 0.9, summary);
  EXPECT_EQ(summary.estimate->median, 131);
  EXPECT_EQ(summary.unlisted->interval.low, summary.estimate->interval.low - 100);
  EXPECT_EQ(summary.intervals.size(), 2u);
  EXPECT_EQ(summary.total_draws.size(), 1001u);
}

TEST(DrawsAnswer, TheTestedLevelHasItsOwnQuantiles) {
  std::vector<double> draws;
  for (int draw = 0; draw <= 1000; ++draw) draws.push_back(draw);
  EXPECT_EQ(estimate_from_draws(draws, "back-tested", 0.9).interval.low, 40);
  EXPECT_EQ(estimate_from_draws(draws, "back-tested", 0.9).interval.high, 960);
  EXPECT_EQ(estimate_from_draws(draws, "back-tested", 0.95).interval.high, 975);
  EXPECT_EQ(estimate_from_draws(draws, "model", 0.9).interval.low, 50);
}

}  // namespace
}  // namespace sanaq::estimate
