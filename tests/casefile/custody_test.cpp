#include "sanaq/casefile/custody.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::date;
using test::day;

Custody seven_years() {
  Custody custody;
  custody.subject = "custody:c";
  custody.person = {"A. Sample", "name:a. sample"};
  custody.arrested = date("2011-12-20");
  custody.term_start = date("2012-06-04");
  custody.sentence = read_sentence("7y");
  custody.verdict = "jailed";
  return custody;
}

TEST(Custody, ATermRunsByTheCalendarLessCreditedDays) {
  Custody custody = seven_years();
  const CustodyOn now = custody_on(custody, day("2014-12-16"));
  EXPECT_EQ(now.held, Held::yes);
  EXPECT_EQ(*now.free, (Range{day("2019-06-04"), day("2019-06-04")}));
  EXPECT_EQ(now.served->low, day("2014-12-16") - day("2012-06-04"));
  EXPECT_EQ(now.left->low, day("2019-06-04") - day("2014-12-16"));
  custody.credited_days = 167;
  const CustodyOn credited = custody_on(custody, day("2014-12-16"));
  EXPECT_EQ(credited.free->low, day("2019-06-04") - 167);
  EXPECT_EQ(credited.served->low, now.served->low + 167);
}

TEST(Custody, ATermFromALeapDayEndsOnTheLastOfFebruary) {
  Custody custody = seven_years();
  custody.term_start = date("2012-02-29");
  custody.sentence = read_sentence("1y");
  EXPECT_EQ(custody_on(custody, day("2012-12-01")).free->low, day("2013-02-28"));
  custody.sentence = read_sentence("4y");
  EXPECT_EQ(custody_on(custody, day("2012-12-01")).free->low, day("2016-02-29"));
}

TEST(Custody, ASentenceCutTwiceIsTheLastOneAndACutToldTwiceIsOneCut) {
  Custody custody = seven_years();
  custody.changes = {{"change:1", "cut", date("2013-03-01"), read_sentence("5y")},
                     {"change:2", "cut", date("2014-03-01"), read_sentence("4y")}};
  EXPECT_EQ(custody_on(custody, day("2013-02-28")).free->low, day("2019-06-04"));
  EXPECT_EQ(custody_on(custody, day("2013-06-01")).free->low, day("2017-06-04"));
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).free->low, day("2016-06-04"));
  custody.changes.push_back(custody.changes.back());
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).free->low, day("2016-06-04"));
}

TEST(Custody, AChangeOnADayKnownInPartGivesARange) {
  Custody custody = seven_years();
  custody.changes = {{"change:1", "cut", date("2014"), read_sentence("4y")}};
  const CustodyOn now = custody_on(custody, day("2014-06-01"));
  EXPECT_EQ(*now.free, (Range{day("2016-06-04"), day("2019-06-04")}));
  EXPECT_TRUE(custody_on(custody, day("2015-01-01")).free->is_exact());
}

TEST(Custody, APartialDateIsARangeOfDays) {
  Custody custody = seven_years();
  custody.term_start = date("2012-06");
  const CustodyOn now = custody_on(custody, day("2014-12-16"));
  EXPECT_EQ(*now.free, (Range{day("2019-06-01"), day("2019-06-30")}));
  EXPECT_EQ(now.left->high - now.left->low, 29);
  custody.arrested = date("2011-12");
  EXPECT_EQ(custody_on(custody, day("2011-12-15")).held, Held::perhaps);
  EXPECT_EQ(custody_on(custody, day("2011-11-30")).held, Held::no);
  EXPECT_EQ(custody_on(custody, day("2011-12-31")).held, Held::yes);
}

TEST(Custody, WhoIsReleasedIsFreeOnThatDayAndWasHeldBefore) {
  Custody custody = seven_years();
  custody.released = date("2013-05-05");
  EXPECT_EQ(custody_on(custody, day("2013-05-04")).held, Held::yes);
  EXPECT_EQ(custody_on(custody, day("2013-05-05")).held, Held::no);
  custody.released = date("2013-05");
  EXPECT_EQ(custody_on(custody, day("2013-05-15")).held, Held::perhaps);
}

TEST(Custody, AnApproximateReleaseIsPerhapsOneFromItsDayOn) {
  Custody custody = seven_years();
  custody.released = date("2013-05-05~");
  EXPECT_EQ(custody_on(custody, day("2013-05-04")).held, Held::yes);
  EXPECT_EQ(custody_on(custody, day("2013-05-05")).held, Held::perhaps);
  EXPECT_EQ(custody_on(custody, day("2014-01-01")).held, Held::perhaps);
}

TEST(Custody, ParolePardonAndAmnestyFreeAndATransferDoesNot) {
  for (const char* kind : {"parole", "pardon", "amnesty"}) {
    Custody custody = seven_years();
    custody.changes = {{"change:1", kind, date("2013-01-01"), {}}};
    EXPECT_EQ(custody_on(custody, day("2014-01-01")).held, Held::no) << kind;
    EXPECT_EQ(custody_on(custody, day("2012-12-31")).held, Held::yes) << kind;
  }
  Custody moved = seven_years();
  moved.changes = {{"change:1", "transfer", date("2013-01-01"), {}}};
  EXPECT_EQ(custody_on(moved, day("2014-01-01")).held, Held::yes);
  Custody shortened = seven_years();
  shortened.changes = {{"change:1", "amnesty", date("2013-01-01"), read_sentence("5y")}};
  EXPECT_EQ(custody_on(shortened, day("2014-01-01")).held, Held::yes);
}

TEST(Custody, AVerdictThatJailsNobodyHoldsNobody) {
  Custody custody = seven_years();
  custody.sentence = read_sentence("suspended 2y");
  custody.verdict = "suspended";
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::no);
  EXPECT_EQ(custody_on(custody, day("2012-01-01")).held, Held::perhaps);
  custody.verdict = "amnestied";
  custody.sentence = read_sentence("5y");
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::no);
  custody.verdict = "acquitted";
  custody.sentence = read_sentence("none");
  custody.changes = {{"change:1", "appeal", date("2013-01-01"), read_sentence("6y")}};
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::yes);
}

TEST(Custody, WhoseTermIsOverWithoutAReleaseIsNotCalledFree) {
  const CustodyOn now = custody_on(seven_years(), day("2020-01-01"));
  EXPECT_EQ(now.held, Held::perhaps);
  EXPECT_EQ(now.left->high, 0);
  EXPECT_FALSE(doubts(seven_years(), day("2020-01-01")).empty());
  EXPECT_TRUE(doubts(seven_years(), day("2014-01-01")).empty());
}

TEST(Custody, PeopleAndProsecutionsAreTwoCounts) {
  Custody second = seven_years();
  second.subject = "custody:d";
  Custody other = seven_years();
  other.person = {"B. Other", "name:b. other"};
  other.released = date("2013-01-01");
  const HeldCount count = count_held({seven_years(), second, other}, day("2014-12-16"));
  EXPECT_EQ(count.people, (Range{1, 1}));
  EXPECT_EQ(count.prosecutions, (Range{2, 2}));
}

TEST(Custody, OneArrestUnderTwoIdsMayBeOneCustody) {
  Custody second = seven_years(), later = seven_years();
  second.subject = "custody:d";
  later.arrested = date("2013-01-01");
  EXPECT_EQ(perhaps_one({seven_years(), second, later}).size(), 1U);
}

TEST(Custody, IsDueWithinAYear) {
  Custody custody = seven_years();
  EXPECT_EQ(due_within(custody, day("2018-06-03"), 12), Due::no);
  EXPECT_EQ(due_within(custody, day("2018-06-04"), 12), Due::yes);
  EXPECT_EQ(due_within(custody, day("2019-06-04"), 12), Due::no);
  custody.term_start = date("2012-06");
  EXPECT_EQ(due_within(custody, day("2018-06-15"), 12), Due::perhaps);
}

TEST(Custody, ContradictionsAreToldAndNothingIsCutLonger) {
  Custody custody = seven_years();
  custody.released = date("2011-01-01");
  custody.changes = {{"change:1", "cut", date("2010-01-01"), read_sentence("9y")}};
  EXPECT_EQ(doubts(custody, day("2014-01-01")).size(), 3U);
}

TEST(Custody, WhoWasReleasedBeforeHisArrestIsPerhapsHeldStill) {
  Custody custody = seven_years();
  custody.released = date("2010-05-05");
  const CustodyOn now = custody_on(custody, day("2014-12-16"));
  EXPECT_EQ(now.held, Held::perhaps);
  EXPECT_EQ(now.reason.english(), "released before the arrest; one of the two days is wrong");
  EXPECT_EQ(now.left->low, day("2019-06-04") - day("2014-12-16"));
  EXPECT_EQ(custody_on(custody, day("2011-12-01")).held, Held::no);
  EXPECT_EQ(count_held({custody}, day("2014-12-16")).people, (Range{0, 1}));
  EXPECT_EQ(due_within(custody, day("2018-12-16"), 12), Due::perhaps);
  custody.released = date("2011");  // it may have been the last day of that year
  custody.term_start.reset();
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::no);
  custody.released = date("2010-05-05");
  custody.sentence = read_sentence("none");
  custody.verdict = "acquitted";
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::no);
}

TEST(Custody, AParoleBeforeTheArrestFreesNobody) {
  Custody custody = seven_years();
  custody.changes = {{"change:1", "parole", date("2010-01-01"), {}}};
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::perhaps);
  EXPECT_EQ(doubts(custody, day("2014-12-16")).size(), 1U);
}

TEST(Custody, AReleaseOnBailDoesNotEndTheTermThatCameAfterIt) {
  Custody custody = seven_years();
  custody.released = date("2012-02-01");
  EXPECT_EQ(custody_on(custody, day("2012-01-05")).held, Held::yes);
  EXPECT_EQ(custody_on(custody, day("2012-03-01")).held, Held::no);
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::perhaps);
  custody.sentence = read_sentence("suspended 2y");
  EXPECT_EQ(custody_on(custody, day("2014-12-16")).held, Held::no);
}

TEST(Custody, ACutThatLengthensLeavesBothTermsPossible) {
  Custody custody = seven_years();
  custody.sentence = read_sentence("3y");
  custody.changes = {{"change:1", "cut", date("2013-03-01"), read_sentence("5y")}};
  EXPECT_EQ(cuts_that_lengthen(custody).size(), 1U);
  const CustodyOn now = custody_on(custody, day("2014-12-16"));
  EXPECT_EQ(*now.free, (Range{day("2015-06-04"), day("2017-06-04")}));
  EXPECT_EQ(custody_on(custody, day("2016-01-01")).held, Held::perhaps);
}

TEST(Custody, LifeHasNoEnd) {
  Custody custody = seven_years();
  custody.sentence = read_sentence("life");
  const CustodyOn now = custody_on(custody, day("2050-01-01"));
  EXPECT_EQ(now.held, Held::yes);
  EXPECT_FALSE(now.free);
  EXPECT_GT(now.served->low, 13000);
}

RC_GTEST_PROP(Custody, ServedAndLeftAreTheWholeTermOnEveryDayOfIt, ()) {
  Custody custody = seven_years();
  custody.sentence = Sentence{*rc::gen::inRange(1, 120), *rc::gen::inRange(0, 30), false, false};
  custody.credited_days = *rc::gen::inRange(0, 20);
  const auto end = custody_on(custody, day("2012-06-04")).free->low;
  const auto on = day("2012-06-04") + *rc::gen::inRange(0, 4000);
  const CustodyOn now = custody_on(custody, on);
  const std::int64_t whole = end - day("2012-06-04") + custody.credited_days;
  RC_ASSERT(now.served->low + now.left->low == whole);
}

}  // namespace
}  // namespace sanaq::casefile
