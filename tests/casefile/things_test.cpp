#include "sanaq/casefile/things.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
using test::both;
using test::read;

TEST(Things, OrganisationsAndEventsAreKnownByIdOrName) {
  const auto said = both(
      read("organisation", {"organisation;name;source", "op;Oil Police;s"}).said,
      both(read("event", {"event;title;source", "e1;The shooting;s"}).said,
           read("act", {"act;event;perpetrator;source", "a;the  shooting;OIL POLICE|A. Sample;s"})
               .said));
  const Things things = things_of(View(said));
  EXPECT_EQ(things.acts[0].event, "e1");
  EXPECT_EQ(things.acts[0].perpetrators[0].organisation, "op");
  EXPECT_EQ(things.acts[0].perpetrators[1].organisation, "");
  EXPECT_EQ(things.acts[0].perpetrators[1].who.key, "name:a. sample");
}

TEST(Things, OneVictimWrittenTwiceIsOneAndTheRegisterDecidesWhoIsWho) {
  const auto said = read("act", {"act;victim;source", "a;Әли Үлгі|Ali Ulgi|ali ulgi;s"}).said;
  EXPECT_EQ(things_of(View(said)).acts[0].victims.size(), 2U);
  const auto one = [](std::string_view) { return std::string("p1"); };
  EXPECT_EQ(things_of(View(said), one).acts[0].victims.size(), 1U);
}

TEST(Things, AGroupToldTwiceIsOneGroupFromTheLeastToTheMost) {
  const auto said =
      read("act", {"act;victim;source", "a;5 unnamed men;one", "a;7 unnamed men;two"}).said;
  const Act act = things_of(View(said)).acts[0];
  ASSERT_EQ(act.victims.size(), 1U);
  EXPECT_EQ(*act.victims[0].count, (Range{5, 7}));
}

TEST(Things, ChangesComeToTheirCustodyInOrder) {
  const auto said =
      both(read("custody", {"custody;person;sentence;source", "c1;A. Sample;7y;s"}).said,
           read("custody_change", {"custody;date;kind;sentence;source", "c1;2014;cut;4y;s",
                                   "c1;2013-02;cut;5y;s", "no;2013;cut;1y;s"})
               .said);
  const Things things = things_of(View(said));
  ASSERT_EQ(things.custodies[0].changes.size(), 2U);
  EXPECT_EQ(things.custodies[0].changes[0].sentence->months, 60);
}

TEST(Things, TwoOfOneNameAreToldApartByTheirMark) {
  EXPECT_EQ(name_without_mark("A. Sample #2"), "A. Sample");
  EXPECT_EQ(name_without_mark("A. Sample"), "A. Sample");
  EXPECT_EQ(name_without_mark("Ward #x"), "Ward #x");
  const auto said = read("act", {"act;victim;source", "a;A. Sample #1|A. Sample #2;s"}).said;
  EXPECT_EQ(things_of(View(said)).acts[0].victims.size(), 2U);
}

TEST(Things, ADemandHasItsTextInEachLanguage) {
  const auto said = read("demand", {"demand;text;lang;status;source", "d;Release them;en;open;s",
                                    "d;Освободите их;ru;open;s"})
                        .said;
  const Things things = things_of(View(said));
  ASSERT_EQ(things.demands[0].texts.size(), 2U);
  EXPECT_EQ(demand_text(things.demands[0], "ru"), "Освободите их");
  EXPECT_EQ(demand_text(things.demands[0], "kk"), "Release them");
}

}  // namespace sanaq::casefile
