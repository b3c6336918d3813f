#include "sanaq/persons/agreed.h"

#include <gtest/gtest.h>

namespace sanaq::persons {

using ledger::Verdict;

TEST(Agreed, SameReachesOverThirdRecordsAndDifferentReachesWholePersons) {
  Agreed agreed(5);
  EXPECT_TRUE(agreed.take(Verdict::same, {0, 1}));
  EXPECT_TRUE(agreed.take(Verdict::same, {1, 2}));
  EXPECT_EQ(agreed.root(0), agreed.root(2));
  EXPECT_FALSE(agreed.are_apart(0, 3));
  EXPECT_TRUE(agreed.take(Verdict::different, {2, 3}));
  EXPECT_TRUE(agreed.are_apart(0, 3));
  EXPECT_TRUE(agreed.are_apart(3, 1));
  EXPECT_FALSE(agreed.are_apart(0, 4));
}

TEST(Agreed, WhatContradictsIsRefusedWhole) {
  Agreed agreed(4);
  EXPECT_TRUE(agreed.take(Verdict::different, {0, 1, 2}));
  EXPECT_FALSE(agreed.take(Verdict::same, {3, 0, 1}));
  EXPECT_NE(agreed.root(3), agreed.root(0));
  EXPECT_TRUE(agreed.take(Verdict::same, {3, 0}));
  EXPECT_FALSE(agreed.take(Verdict::different, {3, 0}));
}

}  // namespace sanaq::persons
