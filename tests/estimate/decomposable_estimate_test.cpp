#include "sanaq/estimate/decomposable_estimate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sanaq::estimate {
namespace {

base::Progress silent;

CaptureTable three_lists() {
  CaptureTable table{.lists = {"A", "B", "C"}, .cells = {}};
  const std::int64_t counts[8] = {0, 60, 50, 12, 70, 14, 11, 9};
  for (std::uint32_t mask = 1; mask < 8; ++mask)
    table.cells.push_back({.listed = mask, .count = counts[mask]});
  return table;
}

TEST(DecomposableEstimate, ItsQuantilesSplitThePosterior) {
  const DecomposablePosterior posterior =
      decomposable_posterior(std::vector<std::int64_t>{0, 60, 50, 12, 70, 14, 11, 9}, {});
  const double median = total_quantile(posterior, 0.5);
  double below = 0;
  for (std::size_t k = 0; k < posterior.unlisted.size(); ++k) {
    if (226 + posterior.unlisted[k] <= median) below += posterior.probability[k];
  }
  EXPECT_GE(below, 0.5);
  EXPECT_LT(below, 0.52);
}

TEST(DecomposableEstimate, GivesPointIntervalAndTheGraphsItAveraged) {
  const auto summary = estimate_decomposable(three_lists(), {.draws = 20000}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_TRUE(summary->usable());
  EXPECT_LE(summary->estimate->interval.low, summary->estimate->median);
  EXPECT_EQ(summary->models.size(), 7u);
  std::vector<double> draws = summary->total_draws;
  std::sort(draws.begin(), draws.end());
  EXPECT_NEAR(draws[10000] / summary->estimate->median, 1, 0.02);
  EXPECT_NEAR(draws[19500] / summary->estimate->interval.high, 1, 0.03);
}

// The posterior stands on a grid; a draw is any whole number that a point of it stands for.
TEST(DecomposableEstimate, DrawsFallBetweenThePointsOfTheGridToo) {
  CaptureTable table = three_lists();
  for (Cell& cell : table.cells) cell.count *= 40;
  std::vector<std::int64_t> counts{0};
  for (const Cell& cell : table.cells) counts.push_back(cell.count);
  const auto summary = estimate_decomposable(table, {.draws = 20000}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  const std::set<double> drawn(summary->total_draws.begin(), summary->total_draws.end());
  const auto observed = static_cast<double>(summary->observed);
  std::size_t points = 0;
  for (const double unlisted : decomposable_posterior(counts, {}).unlisted)
    points += observed + unlisted >= *drawn.begin() && observed + unlisted <= *drawn.rbegin();
  EXPECT_GT(points, 10U);
  EXPECT_GT(drawn.size(), 3 * points);
}

TEST(DecomposableEstimate, DoesNotApplyToTwoLists) {
  EXPECT_FALSE(
      estimate_decomposable({.lists = {"A", "B"}, .cells = {{.listed = 3, .count = 5}}}, {}, silent)
          .has_value());
}

}  // namespace
}  // namespace sanaq::estimate
