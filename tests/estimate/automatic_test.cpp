#include "sanaq/estimate/automatic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace sanaq::estimate {
namespace {

CaptureTable table_of(const std::vector<std::int64_t>& counts) {
  CaptureTable table;
  for (int list = 0; list < std::countr_zero(counts.size()); ++list)
    table.lists.push_back(std::string(1, static_cast<char>('A' + list)));
  for (std::uint32_t mask = 1; mask < counts.size(); ++mask) {
    if (counts[mask] > 0) table.cells.push_back({.listed = mask, .count = counts[mask]});
  }
  return table;
}

base::Progress silent;
const std::vector<std::int64_t> four_lists{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};

TEST(Automatic, GivesOneNumberWithBothIntervalsAndItsOwnCheck) {
  const auto summary = estimate_automatic(table_of(four_lists), {}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_TRUE(summary->usable());
  EXPECT_GE(summary->estimate->interval.low, static_cast<double>(summary->observed));
  EXPECT_EQ(summary->unlisted->median + static_cast<double>(summary->observed),
            summary->estimate->median);
  EXPECT_LE(summary->intervals[1].low, summary->intervals[0].low);
  EXPECT_GE(summary->intervals[1].high, summary->intervals[0].high);
  EXPECT_EQ(summary->hidden_lists.size(), 4u);
  EXPECT_EQ(summary->left_out_lists.size(), 4u);
  EXPECT_EQ(summary->merged_lists.size(), 6u);
  EXPECT_EQ(summary->lists_added.size(), 2u);
  EXPECT_NEAR(summary->lists_added[1].median, summary->estimate->median, 1e-9);
  EXPECT_TRUE(summary->prediction);
}

TEST(Automatic, DrawsFollowTheReportedQuantiles) {
  auto summary = estimate_automatic(table_of(four_lists), {.draws = 20000}, silent);
  std::vector<double>& draws = summary->total_draws;
  std::sort(draws.begin(), draws.end());
  EXPECT_NEAR(draws[10000] / summary->estimate->median, 1, 0.03);
  EXPECT_NEAR(draws[19000] / summary->estimate->interval.high, 1, 0.05);
}

TEST(Automatic, SaysNoWhereNobodyIsOnTwoLists) {
  EXPECT_FALSE(estimate_automatic(table_of({0, 30, 30, 0, 30, 0, 0, 0}), {}, silent)->usable());
}

TEST(Automatic, DoesNotApplyToTwoLists) {
  EXPECT_FALSE(estimate_automatic(table_of({0, 30, 30, 5}), {}, silent).has_value());
}

TEST(Automatic, ListsThatDidNotCoverEverybodyAreNotListsWithoutThem) {
  CaptureTable partly = table_of(four_lists);
  partly.cells[0].not_covered = 8;
  const auto summary = estimate_automatic(partly, {}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_EQ(summary->total_draws.size(), 4000u);
  EXPECT_FALSE(summary->warnings.empty());
}

}  // namespace
}  // namespace sanaq::estimate
