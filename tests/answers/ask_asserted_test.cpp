#include "sanaq/answers/ask_asserted.h"

#include <gtest/gtest.h>

#include "answers/a_case.h"

namespace sanaq::answers {

TEST(AskAsserted, ComparesOnlyClaimsOfTheScope) {
  const auto claims = ACase().json(ask_claims)["claims"];
  EXPECT_EQ(claims[0]["compared"], true);
  EXPECT_EQ(claims[1]["compared"], false);
  EXPECT_FALSE(claims[1]["differs"].empty());
}

TEST(AskAsserted, ShowsDemandsUntilTheyAreMet) {
  const auto demands = ACase().json([](const CaseAsked& asked) {
    return ask_demands(asked, day_asked("2015-12-16"));
  })["demands"];
  EXPECT_EQ(demands[0]["status"], "open");
  EXPECT_EQ(demands[0]["days_open"]["low"], 365);
}

TEST(AskAsserted, BalancesAddUp) {
  const auto funds = ACase().json(ask_aid)["funds"];
  EXPECT_EQ(funds[0]["balance"], "600.50");
  EXPECT_EQ(funds[0]["months"][1]["opening"], "1000.50");
}

TEST(AskAsserted, WhatIsPaidInOrOutIsToldAndADemandIsMadeToSomebody) {
  const ACase one;
  one.scratch().write("case/aid.csv",
                      "fund,direction,date,amount,currency,source\nf,in,2011-06,5,KZT,s\n"
                      "f,inn,2011-06,7,KZT,s\n");
  const auto funds = one.json(ask_aid)["funds"];
  EXPECT_EQ(funds[0]["in"], "5");
  EXPECT_EQ(funds[0]["without_direction"], 1);
}

}  // namespace sanaq::answers
