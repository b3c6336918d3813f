#include "sanaq/estimate/two_lists.h"

#include <gtest/gtest.h>

#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {

// The turtles of many textbooks: 10 marked, 15 caught later, 5 of them marked.
constexpr TwoLists turtles{5, 5, 10};

TEST(TwoLists, TheTextbooksNumbersComeOut) {
  EXPECT_DOUBLE_EQ(*lincoln_petersen(turtles), 30);
  EXPECT_NEAR(chapman(turtles), 28.3333, 1e-4);
  const Interval interval = transformed_logit_interval(turtles, 0.95);
  EXPECT_NEAR(interval.low, 22, 0.5);
  EXPECT_NEAR(interval.high, 65, 0.5);
}

TEST(TwoLists, NobodyOnBothGivesNoNumber) {
  EXPECT_FALSE(lincoln_petersen({0, 5, 10}));
  const Summary summary = estimate_two_lists(table_of_counts({0, 5, 10, 0}), {});
  EXPECT_FALSE(summary.estimate);
  EXPECT_FALSE(summary.reasons.empty());
}

TEST(TwoLists, TheIntervalHoldsTheTruthWhereListsAreIndependent) {
  int held = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    num::Rng rng(1, "two", i);
    const std::int64_t first = rng.binomial(200, 0.3);
    const std::int64_t both = rng.binomial(first, 0.2),
                       second_only = rng.binomial(200 - first, 0.2);
    const Interval interval = transformed_logit_interval({both, first - both, second_only}, 0.95);
    held += interval.low <= 200 && 200 <= interval.high ? 1 : 0;
  }
  EXPECT_NEAR(held / 2000.0, 0.95, 0.015);
}

// A list inside the other: no interval beyond what an exact test allows, and none that is endless.
TEST(TwoLists, AListInsideTheOtherHasAFiniteInterval) {
  const Interval same = two_lists_interval({300, 0, 0}, 0.95);
  EXPECT_EQ(same.low, 300);
  EXPECT_EQ(same.high, 300);  // of 301, one in 301 would be so
  const Interval inside = two_lists_interval({30, 300, 0}, 0.95);
  EXPECT_GT(inside.high, 360);
  EXPECT_LT(inside.high, 380);
  EXPECT_EQ(two_lists_interval({9, 20, 30}, 0.9).high,
            transformed_logit_interval({9, 20, 30}, 0.9).high);
}

// Where one list is nearly complete the exact limit takes away next to nothing of the coverage.
TEST(TwoLists, TheExactLimitCostsNoCoverage) {
  int held = 0, held_without = 0, sharper = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    num::Rng rng(2, "nearly", i);
    const std::int64_t first = rng.binomial(60, 0.95);
    const std::int64_t both = rng.binomial(first, 0.3), second_only = rng.binomial(60 - first, 0.3);
    const TwoLists persons{both, first - both, second_only};
    const Interval interval = two_lists_interval(persons, 0.95),
                   wide = transformed_logit_interval(persons, 0.95);
    held += interval.low <= 60 && 60 <= interval.high ? 1 : 0;
    held_without += wide.low <= 60 && 60 <= wide.high ? 1 : 0;
    sharper += interval.high < wide.high ? 1 : 0;
  }
  EXPECT_GE(held, held_without - 10);
  EXPECT_GT(sharper, 100);
}

TEST(TwoLists, TwoListsAloneAreNeverQuotedWithoutAWarning) {
  const Summary summary = estimate_two_lists(table_of_counts({0, 50, 60, 30}), {});
  ASSERT_TRUE(summary.estimate);
  EXPECT_FALSE(summary.usable());
  EXPECT_EQ(summary.estimate->median - 140, summary.unlisted->median);
}

TEST(TwoLists, ThreeListsOrPartOfThePeopleAreRefused) {
  EXPECT_FALSE(estimate_two_lists(table_of_counts({0, 5, 5, 5, 5, 5, 5, 5}), {}).estimate);
  const Summary partly =
      estimate_two_lists({{"A", "B"}, {{1, 2, 4}, {1, 0, 20}, {2, 0, 20}, {3, 0, 20}}}, {});
  EXPECT_FALSE(partly.estimate);
  EXPECT_FALSE(partly.reasons.empty());
}

}  // namespace sanaq::estimate
