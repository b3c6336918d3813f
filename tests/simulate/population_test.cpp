#include "sanaq/simulate/population.h"

#include <gtest/gtest.h>

#include "sanaq/record/partial_date.h"

namespace sanaq::simulate {
namespace {

TEST(Population, MorePersonsBeginWithTheSamePersons) {
  const auto few = invent_persons(50, 7);
  const auto many = invent_persons(200, 7);
  for (std::size_t at = 0; at < few.size(); ++at) {
    EXPECT_EQ(few[at].family + few[at].given + few[at].patronymic,
              many[at].family + many[at].given + many[at].patronymic);
    EXPECT_EQ(few[at].birth_day, many[at].birth_day);
  }
}

TEST(Population, AnotherSeedGivesOtherPersons) {
  const auto one = invent_persons(50, 1);
  const auto two = invent_persons(50, 2);
  int same = 0;
  for (std::size_t at = 0; at < one.size(); ++at)
    same += one[at].family + one[at].given == two[at].family + two[at].given ? 1 : 0;
  EXPECT_LT(same, 5);
}

TEST(Population, SiblingsShareFamilyNameAndFatherButNotTheirOwnName) {
  const auto persons = invent_persons(4000, 3);
  int siblings = 0;
  for (std::size_t at = 1; at < persons.size(); ++at) {
    const Person& elder = persons[at - 1];
    if (persons[at].family != elder.family || persons[at].patronymic != elder.patronymic) continue;
    ++siblings;
    EXPECT_NE(persons[at].given, elder.given);
  }
  EXPECT_NEAR(siblings, 4000 / 8, 80);
}

TEST(Population, EverybodyDiedInOctoberAndWasFourteenOrOlder) {
  for (const Person& person : invent_persons(1000, 5)) {
    const record::Day day = record::day_from_number(person.death_day);
    EXPECT_EQ(day.year, event_year);
    EXPECT_EQ(day.month, 10);
    EXPECT_GE(person.death_day - person.birth_day, 14 * 365);
  }
}

TEST(Population, WomensNamesEndAsWomensDo) {
  for (const Person& person : invent_persons(500, 9)) {
    EXPECT_EQ(person.family.ends_with("а"), person.is_female) << person.family;
    EXPECT_EQ(person.patronymic.ends_with("вна"), person.is_female) << person.patronymic;
  }
}

}  // namespace
}  // namespace sanaq::simulate
