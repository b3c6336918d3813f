#include "sanaq/estimate/covered_average.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/automatic.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;
const std::vector<std::int64_t> four{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// List D did not cover half of the persons: their D is forgotten, and those on D alone are gone.
CaptureTable half_without_d() {
  CaptureTable table = table_of_counts(four);
  std::vector<Cell> cells;
  for (const Cell& cell : table.cells) {
    const std::int64_t half = cell.count / 2;
    cells.push_back({cell.listed, 0, cell.count - half});
    if ((cell.listed & 7U) != 0) cells.push_back({cell.listed & 7U, 8, half});
  }
  table.cells = cells;
  return table;
}

TEST(CoveredAverage, WhereAllListsCoveredEverybodyItIsTheExactAverage) {
  const auto posterior = covered_posterior(table_of_counts(four), std::nullopt, 20000, 1, 0);
  const auto exact = backtested_posterior(four, {});
  ASSERT_TRUE(posterior);
  EXPECT_NEAR(median(posterior->unlisted) / exact.unlisted_quantile(0.5), 1, 0.05);
  EXPECT_NEAR(posterior->two_class_weight, exact.two_class_weight, 0.05);
}

TEST(CoveredAverage, PartialCoverageFindsThePersonsWhomTheListDidNotLookFor) {
  const double whole = backtested_posterior(four, {}).unlisted_quantile(0.5) + 331;
  const CaptureTable table = half_without_d();
  const auto posterior = covered_posterior(table, std::nullopt, 4000, 1, 0);
  ASSERT_TRUE(posterior);
  const double total = median(posterior->unlisted) + static_cast<double>(table.observed());
  EXPECT_NEAR(total / whole, 1, 0.15);
  // As if not covered were not listed: other persons, another answer.
  CaptureTable wrong = table;
  for (Cell& cell : wrong.cells) cell.not_covered = 0;
  const auto mistaken = estimate_automatic(wrong, {.checks_on_own_lists = false}, silent);
  EXPECT_NE(mistaken->estimate->median, total);
}

TEST(CoveredAverage, ThreadsChangeNothingAndSeedsHardly) {
  const auto one = covered_posterior(half_without_d(), std::nullopt, 2000, 1, 1);
  const auto two = covered_posterior(half_without_d(), std::nullopt, 2000, 1, 2);
  const auto other = covered_posterior(half_without_d(), std::nullopt, 2000, 2, 2);
  EXPECT_EQ(one->unlisted, two->unlisted);
  EXPECT_NEAR(median(other->unlisted) / median(one->unlisted), 1, 0.1);
}

TEST(CoveredAverage, NobodyCoveredByThreeListsIsRefused) {
  CaptureTable table = table_of_counts({0, 60, 50, 12, 70, 14, 11, 9});
  std::vector<Cell> kept;
  for (Cell cell : table.cells) {
    cell.not_covered = (cell.listed & 4U) != 0 ? 1U : 4U;
    if ((cell.listed & cell.not_covered) == 0) kept.push_back(cell);
  }
  table.cells = kept;
  EXPECT_FALSE(covered_posterior(table, std::nullopt, 100, 1, 0).has_value());
}

}  // namespace
}  // namespace sanaq::estimate
