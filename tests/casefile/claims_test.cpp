#include "sanaq/casefile/claims.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {

TEST(Claims, AClaimWhoseScopeDoesNotMatchIsShownAndNotCompared) {
  const auto said = test::read("claim", {"claim;what;min;place;from;to;group;source",
                                         "a;deaths;11;Жаңаөзен;2011-12-16;2011-12-16;;s",
                                         "b;arrests;130;Zhanaozen;2011-12-16;;;s",
                                         "c;deaths;5;Elsewhere;;;;s", "d;deaths;5;;2014;2015;;s",
                                         "e;deaths;5;;;;oil workers;s", "f;deaths;;;;;;s"})
                        .statements;
  const Entities entities = entities_of(View(said));
  const auto compared = compare_claims(entities.claims, {"deaths",
                                                         {"Zhanaozen", "Zhangaozen", "Жаңаөзен"},
                                                         test::date("2011-12-16"),
                                                         test::date("2011-12-31"),
                                                         ""});
  ASSERT_EQ(compared.size(), 6U);
  EXPECT_TRUE(compared[0].differs.empty());
  for (const std::size_t at : {1, 2, 3, 4}) EXPECT_EQ(compared[at].differs.size(), 1U) << at;
  EXPECT_TRUE(compared[5].differs.empty());
}

TEST(Claims, ADayThatIsApproximateIsNoDifferenceAndALongPeriodIsOne) {
  const ClaimScope scope{"deaths", {}, test::date("2011-12-16"), test::date("2011-12-31"), ""};
  Claim claim;
  claim.from = "2011-12-15~";
  claim.to = "2012-01-02~";
  EXPECT_TRUE(differences(claim, scope).empty());
  claim.from = "2011-05-26";
  EXPECT_EQ(differences(claim, scope).size(), 1U);
}

TEST(Claims, BothEndsOfTheScopeBelongToIt) {
  const ClaimScope scope{"deaths", {}, test::date("2011-12-16"), test::date("2011-12-31"), ""};
  const auto differs = [&](const std::string& from, const std::string& to) {
    Claim claim;
    claim.from = from;
    claim.to = to;
    return !differences(claim, scope).empty();
  };
  EXPECT_FALSE(differs("2011-12-16", "2011-12-31"));
  EXPECT_TRUE(differs("2011-12-15", "2011-12-31"));
  EXPECT_TRUE(differs("2011-12-16", "2012-01-01"));
  // One end alone is both.
  EXPECT_FALSE(differs("2011-12-31", ""));
  EXPECT_TRUE(differs("2012-01-01", ""));
  EXPECT_FALSE(differs("", "2011-12-16"));
  EXPECT_TRUE(differs("", "2011-12-15"));
  // A month or a year that reaches into the scope is no other period.
  EXPECT_FALSE(differs("2011-12", "2011"));
  EXPECT_TRUE(differs("2011-12", "2012"));
  EXPECT_FALSE(differs("2011", "2011-12"));
}

TEST(Claims, ANumberMayBeItsOwnBound) {
  Claim claim;
  claim.min = claim.max = 64;
  EXPECT_TRUE(differences(claim, {}).empty());
  claim.max = 63;
  EXPECT_EQ(differences(claim, {}).size(), 1U);
  claim.max.reset();
  EXPECT_TRUE(differences(claim, {}).empty());
}

TEST(Claims, ALeastAboveTheMostIsNoNumber) {
  const auto read = test::read("claim", {"claim;what;min;max;source", "a;deaths;900;16;s"});
  EXPECT_EQ(read.bad_cells.size(), 1U);
  const Entities entities = entities_of(View(read.statements));
  ASSERT_EQ(entities.claims.size(), 1U);
  EXPECT_EQ(differences(entities.claims[0], {"deaths", {}, {}, {}, ""}).size(), 1U);
}

TEST(Claims, ALeastInWordsIsALeast) {
  const auto read = test::read(
      "claim", {"claim;what;min;max;source", "a;deaths;не менее 140;;s", "b;deaths;;кемінде 140;s",
                "c;deaths;11–17;;s", "d;deaths;до 20;30;s", "e;deaths;about 5;;s"});
  const Entities entities = entities_of(View(read.statements));
  ASSERT_EQ(entities.claims.size(), 5U);
  for (const std::size_t at : {0, 1}) {
    EXPECT_EQ(entities.claims[at].min, 140);
    EXPECT_EQ(entities.claims[at].max, std::nullopt);
  }
  EXPECT_EQ(entities.claims[2].min, 11);
  EXPECT_EQ(entities.claims[2].max, 17);
  EXPECT_EQ(entities.claims[3].min, std::nullopt);
  EXPECT_EQ(entities.claims[3].max, 30);
  EXPECT_EQ(entities.claims[4].min, std::nullopt);
  ASSERT_EQ(read.bad_cells.size(), 2U);
  EXPECT_EQ(read.bad_cells[0].row, 5);
  EXPECT_EQ(read.bad_cells[1].row, 6);
}

}  // namespace sanaq::casefile
