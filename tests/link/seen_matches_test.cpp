#include "sanaq/link/seen_matches.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(SeenMatches, SharesOfTwoListsAreTheirOwnWhereEnoughWasSeen) {
  SeenMatches seen(3, 1);
  seen.add_outcome(0, 0, 7, 900, true);
  seen.add_outcome(0, 0, 0, 100, true);
  seen.add_outcome(1, 0, 7, 2, true);
  EXPECT_NEAR(seen.shares(0, 0)[7], 0.9, 0.01);
  EXPECT_NEAR(seen.shares(1, 0)[7], 0.91, 0.02) << "two matches say little";
  EXPECT_NEAR(seen.shares(2, 0)[7], 0.9, 0.01) << "nothing of their own: as all lists";
}

TEST(SeenMatches, WhatRulesWithTheFieldFoundCountsOnlyWhereThereIsNothingElse) {
  SeenMatches seen(1, 2);
  seen.add_outcome(0, 0, 7, 500, false);
  seen.add_outcome(0, 0, 0, 50, true);
  seen.add_outcome(0, 1, 7, 500, false);
  EXPECT_NEAR(seen.shares(0, 0)[0], 1, 0.01);
  EXPECT_NEAR(seen.shares(0, 1)[7], 1, 0.01);
}

TEST(SeenMatches, CountsAddUpWhicheverThreadCounted) {
  SeenMatches one(1, 1), left(1, 1), right(1, 1);
  for (int at = 0; at < 1000; ++at) {
    one.add_match(0, 0.1 + at * 1e-4);
    (at % 2 == 0 ? left : right).add_match(0, 0.1 + at * 1e-4);
  }
  left.add(right);
  EXPECT_EQ(one.matches(0), left.matches(0));
  EXPECT_NEAR(one.matches(0), 150, 1);
}

}  // namespace
}  // namespace sanaq::link
