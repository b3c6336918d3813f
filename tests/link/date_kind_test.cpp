#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(DateKind, SlipsOfTheHandAreToldApart) {
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1967-04-19"), "one digit off");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1976-04-18"), "two digits exchanged");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1967-11-18"), "two of three parts");
  EXPECT_EQ(level_between(Kind::date, "1967-04-08", "1967-08-04"), "two of three parts");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1967-12-09"), "same year");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1968-12-09"), "next year");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1948-12-09"), "differs");
}

TEST(DateKind, WhatIsLessThanADayAgreesAsFarAsItIsKnown) {
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1967"), "agrees as far as known, to the year");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1967-04"),
            "agrees as far as known, to the year");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1968"), "a year off as far as known");
  EXPECT_EQ(level_between(Kind::date, "1967-04-18", "1950"), "differs as far as known");
}

TEST(DateKind, ADayThatDoesNotExistIsASlipOfOnePart) {
  EXPECT_EQ(level_between(Kind::date, "1930-03-31", "1930-03-33"), "one digit off");
}

}  // namespace
}  // namespace sanaq::link
