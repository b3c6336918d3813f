#include "sanaq/workspace/why_together.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::workspace {
namespace {

// 0 and 2, 2 and 4 are pairs; 0 and 4 are together only through 2.
Held a_chain() {
  Held held;
  held.reach = Reach::linked;
  held.outcome = investigation::linked_outcome(
      investigation::invented_lists(), {0, 1, 0, 1, 0, 2},
      {{0, 2, 9, .99, {0, 1}}, {2, 4, 4, .8, {-1, 0}}, {0, 4, -1, .2, {}}});
  held.outcome.link.model.comparisons = {
      {"name", "name", {{"same", .9, .01, 6.5, 0}, {"other", .1, .99, -3.3, 0}}},
      {"birth", "date", {{"same day", .9, .001, 9.8, 0}, {"other", .1, .9, -3.2, 0}}}};
  return held;
}

TEST(WhyTogether, PairsThatAreOneAloneComeFirstAndTransitiveOnesAreMarked) {
  const Held held = a_chain();
  const PersonsAtHand all(held);
  const auto pairs = why_together(all, held.outcome.persons[0]);
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_EQ(pairs[0].right, 2U);
  EXPECT_FALSE(pairs[0].is_transitive);
  EXPECT_FALSE(pairs[1].is_transitive);
  EXPECT_TRUE(pairs[2].is_transitive);
  ASSERT_EQ(pairs[0].reasons.size(), 2U);
  EXPECT_EQ(pairs[0].reasons[0].column, "name");  // 6.5 bits for, 3.2 against
  EXPECT_EQ(pairs[0].reasons[1].level, "other");
  EXPECT_EQ(pairs[1].reasons.size(), 1U);  // a missing name says nothing
}

TEST(WhyTogether, WhatSomebodyDecidedIsNoMereChain) {
  Held held = a_chain();
  held.outcome.decisions_held.push_back({ledger::Verdict::same, {0, 4}, {"3f9a0c12aaaa", 7}});
  const PersonsAtHand all(held);
  for (const PairTogether& pair : why_together(all, held.outcome.persons[0])) {
    EXPECT_FALSE(pair.is_transitive);
    EXPECT_EQ(pair.decided.empty(), !(pair.left == 0 && pair.right == 4));
  }
}

TEST(WhyTogether, APairThatWasNotKeptIsTold) {
  Held held = a_chain();
  held.outcome.link.pairs.pop_back();
  const PersonsAtHand all(held);
  const auto pairs = why_together(all, held.outcome.persons[0]);
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_EQ(pairs[2].pair, nullptr);
  EXPECT_TRUE(pairs[2].is_transitive);
}

}  // namespace
}  // namespace sanaq::workspace
