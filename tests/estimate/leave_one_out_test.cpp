#include "sanaq/estimate/leave_one_out.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

TEST(HideList, KeepsTheListsPersonsAndPutsThoseOnItAloneInTheUnseenCell) {
  const Counts counts{0, 5, 7, 2, 11,
                      3, 4, 1};  // list 1 has 7 alone, 2 with list 0, 4 with list 2, 1 with both
  EXPECT_EQ(hide_list(counts, 1), (Counts{7, 2, 4, 1}));
}

TEST(LeaveOutList, ForgetsThoseOnItAlone) {
  const Counts counts{0, 5, 7, 2, 11, 3, 4, 1};
  EXPECT_EQ(leave_out_list(counts, 1), (Counts{7, 5 + 2, 11 + 4, 3 + 1}));
}

TEST(CheckByHiding, KnowsTheTruthAndNeedsFourLists) {
  Counts counts(16, 6);
  const auto checks = check_by_hiding(counts, {});
  ASSERT_EQ(checks.size(), 4u);
  for (const HiddenList& check : checks) EXPECT_EQ(check.truth, 8 * 6);
  EXPECT_TRUE(check_by_hiding(Counts(8, 6), {}).empty());
}

TEST(LeaveEachOut, CountsWhoIsStillSeen) {
  const auto left = leave_each_out(Counts(16, 6), {});
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
