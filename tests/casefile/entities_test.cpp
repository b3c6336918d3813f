#include "sanaq/casefile/entities.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
using test::both;
using test::read;

TEST(Entities, OrganisationsAndEventsAreKnownByIdOrName) {
  const auto said = both(
      read("organisation", {"organisation;name;source", "op;Oil Police;s"}).statements,
      both(read("event", {"event;title;source", "e1;The shooting;s"}).statements,
           read("act", {"act;event;perpetrator;source", "a;the  shooting;OIL POLICE|A. Sample;s"})
               .statements));
  const Entities entities = entities_of(View(said));
  EXPECT_EQ(entities.acts[0].event, "e1");
  EXPECT_EQ(entities.acts[0].perpetrators[0].organisation, "op");
  EXPECT_EQ(entities.acts[0].perpetrators[1].organisation, "");
  EXPECT_EQ(entities.acts[0].perpetrators[1].who.key, "name:a. sample");
}

TEST(Entities, OneVictimWrittenTwiceIsOneAndTheRegisterDecidesWhoIsWho) {
  const auto said = read("act", {"act;victim;source", "a;Әли Үлгі|Ali Ulgi|ali ulgi;s"}).statements;
  EXPECT_EQ(entities_of(View(said)).acts[0].victims.size(), 2U);
  const auto one = [](std::string_view) { return std::string("p1"); };
  EXPECT_EQ(entities_of(View(said), one).acts[0].victims.size(), 1U);
}

TEST(Entities, AGroupToldTwiceIsOneGroupFromTheLeastToTheMost) {
  const auto said =
      read("act", {"act;victim;source", "a;5 unnamed men;one", "a;7 unnamed men;two"}).statements;
  const Act act = entities_of(View(said)).acts[0];
  ASSERT_EQ(act.victims.size(), 1U);
  EXPECT_EQ(*act.victims[0].count, (Range{5, 7}));
}

TEST(Entities, ChangesComeToTheirCustodyInOrder) {
  const auto said =
      both(read("custody", {"custody;person;sentence;source", "c1;A. Sample;7y;s"}).statements,
           read("custody_change", {"custody;date;kind;sentence;source", "c1;2014;cut;4y;s",
                                   "c1;2013-02;cut;5y;s", "no;2013;cut;1y;s"})
               .statements);
  const Entities entities = entities_of(View(said));
  ASSERT_EQ(entities.custodies[0].changes.size(), 2U);
  EXPECT_EQ(entities.custodies[0].changes[0].sentence->months, 60);
}

TEST(Entities, TwoOfOneNameAreToldApartByTheirMark) {
  EXPECT_EQ(name_without_mark("A. Sample #2"), "A. Sample");
  EXPECT_EQ(name_without_mark("A. Sample"), "A. Sample");
  EXPECT_EQ(name_without_mark("Ward #x"), "Ward #x");
  const auto said = read("act", {"act;victim;source", "a;A. Sample #1|A. Sample #2;s"}).statements;
  EXPECT_EQ(entities_of(View(said)).acts[0].victims.size(), 2U);
}

TEST(Entities, ADemandHasItsTextInEachLanguage) {
  const auto said = read("demand", {"demand;text;lang;status;source", "d;Release them;en;open;s",
                                    "d;Освободите их;ru;open;s"})
                        .statements;
  const Entities entities = entities_of(View(said));
  ASSERT_EQ(entities.demands[0].texts.size(), 2U);
  EXPECT_EQ(demand_text(entities.demands[0], "ru"), "Освободите их");
  EXPECT_EQ(demand_text(entities.demands[0], "kk"), "Release them");
}

}  // namespace sanaq::casefile
