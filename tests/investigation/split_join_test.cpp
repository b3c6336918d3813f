#include "sanaq/investigation/split_join.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

using ledger::Verdict;

// hospital 0 1, morgue 2 3, union 4 and 5: 0, 2 and 4 are one person, 1 and 3 another.
Outcome an_outcome() { return linked_outcome(invented_lists(), {0, 1, 0, 1, 0, 2}, {}); }

}  // namespace

TEST(SplitJoin, ASplitSaysWhoKeepsTheAddressAndIsOneAct) {
  const Outcome outcome = an_outcome();
  const PersonsChange change = split_person(outcome, {4}, "another birth");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{4}));
  ASSERT_EQ(change.decisions.size(), 2U);  // the two stay together; the third is another
  EXPECT_EQ(change.decisions[0].verdict, Verdict::same);
  EXPECT_EQ(change.decisions[1].verdict, Verdict::different);
  EXPECT_EQ(change.decisions[0].asked.task, change.decisions[1].asked.task);
  EXPECT_EQ(change.decisions[0].asked.task.size(), 32U);
  EXPECT_EQ(change.decisions[0].reason, "another birth");
  EXPECT_TRUE(change.effect[0].english().starts_with(
      "1 person becomes 2; the address stays with hospital:1 Aibar Tanbaev"))
      << change.effect[0].english();
}

TEST(SplitJoin, WhereTheFoundingRecordLeavesTheAddressGoesWithIt) {
  const PersonsChange change = split_person(an_outcome(), {0}, "");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{2, 4}));
}

TEST(SplitJoin, WhatCannotBeSplitIsRefusedWithTheReason) {
  Outcome outcome = an_outcome();
  EXPECT_THROW((void)split_person(outcome, {}, ""), base::Error);
  EXPECT_THROW((void)split_person(outcome, {0, 2, 4}, ""), base::Error);  // nobody left
  EXPECT_THROW((void)split_person(outcome, {5}, ""), base::Error);        // one record alone
  EXPECT_THROW((void)split_person(outcome, {0, 1}, ""), base::Error);     // two persons
  outcome.in_scope[5] = false;
  outcome.persons = persons::persons_of(outcome.records, outcome.link, outcome.in_scope,
                                        outcome.record_ids, outcome.arrivals);
  EXPECT_THROW((void)split_person(outcome, {5}, ""), base::Error);
  EXPECT_THROW((void)join_persons(outcome, 0, 5, ""), base::Error);
  EXPECT_THROW((void)join_persons(outcome, 0, 4, ""), base::Error);  // one already
}

TEST(SplitJoin, AJoinKeepsTheOlderAddressAndSaysWhichLeadsThere) {
  Outcome outcome = an_outcome();
  outcome.addresses.secret = std::string(32, 's');
  const PersonsChange change = join_persons(outcome, 3, 4, "");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0, 2, 4}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{1, 3}));
  ASSERT_EQ(change.decisions.size(), 1U);
  EXPECT_EQ(change.decisions[0].records.size(), 5U);
  const std::string address = persons::keyed_address(outcome.addresses.secret, outcome.origins[1]);
  EXPECT_NE(change.effect[1].english().find("its address leads there from now on"),
            std::string::npos);
  EXPECT_NE(change.effect[1].english().find("[" + address + "]"), std::string::npos);
}

}  // namespace sanaq::investigation
