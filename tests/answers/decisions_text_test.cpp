#include "sanaq/answers/decisions_text.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::answers {
namespace {

using ledger::Verdict;

const base::Catalog english;

TEST(DecisionsText, SaysWhomItHitsInTheWordsOfTheRow) {
  const auto outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 2, 3, 4, 5}, {});
  EXPECT_EQ(decisions_text(outcome, {investigation::decision_on(outcome, Verdict::same, {0, 4})},
                           english),
            "same: hospital:1 Aibar Tanbaev (birth 1970-02-03) | union:u1 Айбар Танбаев (birth "
            "1970-02-03)\n");
}

TEST(DecisionsText, ARowCannotSteerTheTerminal) {
  auto lists = investigation::invented_lists();
  lists[0].csv = "id,name\n1,Aibar\x1B[2J\n2,x\n";
  const auto outcome = investigation::linked_outcome(lists, {0, 1, 2, 3, 4, 5}, {});
  EXPECT_EQ(decisions_text(
                outcome, {investigation::decision_on(outcome, Verdict::out_of_scope, {0})}, english)
                .find('\x1B'),
            std::string::npos);
}

TEST(DecisionsText, AContradictionNamesTheEarlierDecisionAndItsRows) {
  auto lists = investigation::invented_lists();
  lists[0].one_per_person = true;
  const auto outcome = investigation::linked_outcome(lists, {0, 1, 2, 3, 4, 5}, {});
  const persons::Contradictions found = {
      {{investigation::decision_on(outcome, Verdict::different, {0, 2}, 7), false}},
      {{"hospital", {0, 1}}},
      {investigation::decision_on(outcome, Verdict::out_of_scope, {4}, 9)}};
  const std::string text = contradictions_text(outcome, found, english);
  EXPECT_NE(text.find("this contradicts the earlier decision aaaaaaaa:7 (different, 2026-11-29, A "
                      "reviewer), which no longer counts: hospital:1 Aibar Tanbaev"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("duplicates = false"), std::string::npos);
  EXPECT_NE(text.find("hospital:2 Alibek Munarov"), std::string::npos);
  EXPECT_NE(text.find("sanaq retract aaaaaaaa:9: union:u1"), std::string::npos) << text;
  EXPECT_EQ(contradictions_text(outcome, {}, english), "");
}

TEST(DecisionsText, WhatNobodySignedHasNoEmptyPlaceForAName) {
  const auto outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 2, 3, 4, 5}, {});
  persons::Contradictions found;
  found.decisions = {{investigation::decision_on(outcome, Verdict::same, {0, 2}, 7), false}};
  found.decisions[0].decision.by = "";
  EXPECT_NE(contradictions_text(outcome, found, english).find("aaaaaaaa:7 (same, 2026-11-29), "),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::answers
