#include "sanaq/casefile/acts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::read;

std::vector<Act> acts_of(const std::vector<std::string>& lines) {
  return entities_of(View(read("act", lines).statements)).acts;
}

ActCount row(const std::vector<ActCount>& counts, const std::string& key) {
  for (const ActCount& count : counts) {
    if (count.key == key) return count;
  }
  ADD_FAILURE() << "no row " << key;
  return {};
}

TEST(Acts, APersonWhoSufferedTwoActsIsOnePerson) {
  const auto acts = acts_of({"act;victim;type;source", "a1;A. Sample;030101;s",
                             "a2;A. Sample;02011111;s", "a3;B. Other;030101;s"});
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].acts, (Range{3, 3}));
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].victims, (Range{2, 2}));
  EXPECT_EQ(row(count_acts(acts, ActsBy::type), "030101").victims, (Range{2, 2}));
}

TEST(Acts, UnnamedVictimsAreCountedAndNeverTwice) {
  // The five who were arrested may be the five who were beaten, or five others.
  const auto acts = acts_of({"act;victim;type;source", "a1;5 unnamed men;030101;s",
                             "a2;5 unnamed men;020101;s", "a1;5 unnamed men;030101;another"});
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].victims, (Range{5, 10}));
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].acts, (Range{2, 2}));
}

TEST(Acts, NobodyIsKilledTwice) {
  const auto acts = acts_of({"act;victim;type;source", "a1;5 unnamed men;01010501;s",
                             "a2;3 unnamed men;01010501;s", "a3;A. Sample;01010601;s"});
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].victims, (Range{9, 9}));
}

TEST(Acts, AnUnnamedVictimMayBeSomebodyNamedElsewhere) {
  const auto acts = acts_of({"act;victim;type;source", "a1;A. Sample|2 unnamed men;030101;s",
                             "a2;A. Sample|B. Other|C. Third|D. Fourth;020101;s"});
  EXPECT_EQ(count_acts(acts, ActsBy::all)[0].victims, (Range{4, 6}));
}

TEST(Acts, WhatIsOnlyPossibleRaisesTheCeilingAlone) {
  const auto acts = acts_of({"act;victim;type;certainty;source", "a1;A. Sample;030101;01;s",
                             "a2;B. Other;030101;02;s", "a3;C. Third;030101;04;s"});
  const ActCount all = count_acts(acts, ActsBy::all)[0];
  EXPECT_EQ(all.acts, (Range{2, 3}));
  EXPECT_EQ(all.victims, (Range{2, 3}));
}

TEST(Acts, AMonthThatIsNotKnownIsInNoFloor) {
  const auto acts = acts_of({"act;victim;date;source", "a1;A. Sample;2011-12-16;s",
                             "a2;B. Other;2011-12-20/2012-01-10;s", "a3;C. Third;;s"});
  const auto months = count_acts(acts, ActsBy::month);
  EXPECT_EQ(row(months, "2011-12").acts, (Range{1, 2}));
  EXPECT_EQ(row(months, "2012-01").acts, (Range{0, 1}));
  EXPECT_EQ(months.back().key, "");
}

TEST(Acts, AnActWithTwoPerpetratorsIsInBothRowsAndASuspectInNoFloor) {
  const auto acts =
      acts_of({"act;victim;perpetrator;involvement;source", "a1;A. Sample;One|Two;0101|0106;s"});
  const auto who = count_acts(acts, ActsBy::perpetrator);
  EXPECT_EQ(row(who, "name:one").acts, (Range{1, 1}));
  EXPECT_EQ(row(who, "name:two").acts, (Range{0, 1}));
}

TEST(Acts, TheSameDoneToOneOnOneDayUnderTwoIdsMayBeOneAct) {
  const auto acts = acts_of({"act;victim;type;date;source", "a1;A. Sample;030101;2011-12-16;s",
                             "a2;A. Sample;030101;2011-12-16;t", "a3;A. Sample;030101;2011-12;s",
                             "a4;B. Other;030101;2011-12-16;s"});
  const auto pairs = perhaps_one(acts);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].second->subject, "act:a2");
}

RC_GTEST_PROP(Acts, TheFloorIsNeverAboveTheCeilingAndMoreActsNeverLowerEither, ()) {
  std::vector<Act> acts;
  Range before{0, 0};
  const int count = *rc::gen::inRange(1, 8);
  for (int at = 0; at < count; ++at) {
    Act act;
    act.subject = "act:" + std::to_string(at);
    act.type = *rc::gen::element(std::string("01010501"), std::string("030101"));
    act.certainty = *rc::gen::element(std::string(), std::string("03"));
    const int named = *rc::gen::inRange(0, 4);
    for (int who = 0; who < named; ++who) {
      const std::string key = std::to_string(*rc::gen::inRange(0, 5));
      act.victims.push_back({{key, key}, {}, ""});
    }
    const int low = *rc::gen::inRange(0, 4);
    act.victims.push_back({{"g", "group:g"}, Range{low, low + *rc::gen::inRange(0, 3)}, ""});
    acts.push_back(act);
    const Range now = count_acts(acts, ActsBy::all)[0].victims;
    RC_ASSERT(now.low <= now.high);
    RC_ASSERT(now.low >= before.low && now.high >= before.high);
    before = now;
  }
}

}  // namespace
}  // namespace sanaq::casefile
