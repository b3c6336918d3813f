#include "sanaq/estimate/leave_one_out.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

TEST(LeaveOutList, ForgetsThoseOnItAlone) {
  const Counts counts{0, 5, 7, 2, 11, 3, 4, 1};
  EXPECT_EQ(leave_out_list(counts, 1), (Counts{7, 5 + 2, 11 + 4, 3 + 1}));
}

TEST(ChecksByHiding, UseTheWeightsOfTheOtherListsAlone) {
  const Counts counts{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};
  auto hidings = hide_each(counts, {});
  const auto before = checks_by_hiding(hidings);
  ASSERT_EQ(before.size(), 4u);
  // What list 1 says of the models moves the checks of the others, not its own.
  for (double& value : hidings[1].posterior.log_known) value = -40;
  hidings[1].posterior.log_known[3] = 0;
  const auto after = checks_by_hiding(hidings);
  EXPECT_EQ(after[1].median, before[1].median);
  EXPECT_EQ(after[1].high, before[1].high);
  EXPECT_NE(after[0].high, before[0].high);
}

TEST(ChecksByHiding, SoFewHeldHaveTheirBinomialProbability) {
  const HiddenList held{.truth = 5, .median = 5, .low = 1, .high = 9},
      missed{.truth = 50, .median = 5, .low = 1, .high = 9};
  EXPECT_DOUBLE_EQ(probability_of_so_few_held({}), 1);
  EXPECT_NEAR(probability_of_so_few_held({held, held, held}), 1, 1e-12);
  EXPECT_NEAR(probability_of_so_few_held({missed, missed, held}), 0.001 + 3 * 0.9 * 0.01, 1e-12);
  EXPECT_NEAR(probability_of_so_few_held(std::vector<HiddenList>(5, missed)), 1e-5, 1e-15);
}

TEST(LeaveEachOut, CountsWhoIsStillSeen) {
  const Counts counts(16, 6);
  const auto left = leave_each_out(counts, {}, hide_each(counts, {}));
  ASSERT_EQ(left.size(), 4u);
  EXPECT_EQ(left[0].observed, 14 * 6);
  EXPECT_LE(left[0].low, left[0].median);
  EXPECT_LE(left[0].median, left[0].high);
}

TEST(LeaveOneOut, MergedListsLoseNobody) {
  const std::vector<std::int64_t> counts{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};
  const auto merged = merge_lists(counts, 0, 2);  // A and C: masks of A+C, B, D
  EXPECT_EQ(merged[1], 70 + 50 + 8);
  EXPECT_EQ(merged[2], 60);
  EXPECT_EQ(std::accumulate(merged.begin(), merged.end(), std::int64_t{0}),
            std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

}  // namespace
}  // namespace sanaq::estimate
