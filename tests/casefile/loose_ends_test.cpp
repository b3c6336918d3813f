#include "sanaq/casefile/loose_ends.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::both;
using test::read;
using test::said;

Statement by_hand(const std::string& subject, const std::string& property,
                  const std::string& value) {
  Statement one = said(subject, property, value);
  one.origin.entry = "3f9a:7";
  return one;
}

std::vector<Statement> a_custody() {
  return read("custody", {"custody;person;arrested;source", "c1;A. Sample;2011-12-16;s"})
      .statements;
}

TEST(LooseEnds, ATypoInAnIdIsReportedWithTheNearestAndCountsNowhere) {
  const auto all = both(a_custody(), {by_hand("custody:c11", "released", "2012-01-01")});
  const auto found = loose_ends(all);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].list, "ledger");
  EXPECT_EQ(found[0].row, 7);
  EXPECT_NE(found[0].advice.english().find("custody:c1"), std::string::npos);
  EXPECT_EQ(entities_of(View(all)).custodies.size(), 1U);
}

TEST(LooseEnds, WhatIsSaidByHandWithItsSubstanceIsAThing) {
  const auto all = both(a_custody(), {by_hand("custody:new", "person", "B. Other"),
                                      by_hand("custody:new", "released", "2012-01-01")});
  EXPECT_TRUE(loose_ends(all).empty());
  EXPECT_EQ(entities_of(View(all)).custodies.size(), 2U);
}

TEST(LooseEnds, ARowOfATableNeedsNoPersonToBeACustody) {
  const auto row = read("custody", {"custody;arrested;source", "c;2011-12-16;s"}).statements;
  EXPECT_TRUE(loose_ends(row).empty());
  EXPECT_EQ(entities_of(View(row)).custodies.size(), 1U);
  const auto typo =
      read("custody", {"custody;person;released;source", "c1;A. Sample;;s", "c2;;2012-01-01;s"});
  ASSERT_EQ(loose_ends(typo.statements).size(), 1U);
  EXPECT_EQ(loose_ends(typo.statements)[0].row, 3);
  EXPECT_EQ(entities_of(View(typo.statements)).custodies.size(), 1U);
}

TEST(LooseEnds, AClaimOfWhichOnlyTheMostIsTypedIsNone) {
  const auto all = both(read("claim", {"claim;what;min;source", "a;deaths;70;s"}).statements,
                        {by_hand("claim:b", "max", "900")});
  EXPECT_EQ(loose_ends(all).size(), 1U);
  EXPECT_EQ(entities_of(View(all)).claims.size(), 1U);
}

TEST(LooseEnds, AKindThatThereIsNotIsReportedOnce) {
  const auto found =
      loose_ends({by_hand("custdy:c1", "released", "2012"), by_hand("custdy:c1", "court", "x")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].advice.english().find("custody"), std::string::npos);
  EXPECT_TRUE(loose_ends({by_hand("source:a leaflet", "reliability", "02")}).empty());
}

TEST(LooseEnds, AnActOfAnEventThatIsNotThereIsReported) {
  const auto events = read("event", {"event;title;source", "e1;The rally;s"}).statements;
  const auto acts = read("act", {"act;victim;event;source", "a1;A. Sample;e1;s",
                                 "a2;A. Sample;the  RALLY;s", "a3;A. Sample;e2;s"});
  const auto found = loose_ends(both(events, acts.statements));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].row, 4);
  EXPECT_EQ(found[0].column, "event");
  EXPECT_EQ(found[0].value, "e2");
}

TEST(LooseEnds, TheOnlyEventNeedsNoTitleAndAnotherDoes) {
  EXPECT_TRUE(loose_ends({by_hand("event:1", "dead", "11")}).empty());
  const auto all = both(read("event", {"event;title;source", "e1;The rally;s"}).statements,
                        {by_hand("event:e11", "dead", "11")});
  EXPECT_EQ(loose_ends(all).size(), 1U);
  EXPECT_EQ(entities_of(View(all)).events.size(), 2U);  // nothing of it is counted, and it is shown
}

}  // namespace
}  // namespace sanaq::casefile
