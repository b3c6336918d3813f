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
                        .said;
  const Things things = things_of(View(said));
  const auto compared = compare_claims(things.claims, {"deaths",
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

TEST(Claims, ALeastAboveTheMostIsNoNumber) {
  const auto read = test::read("claim", {"claim;what;min;max;source", "a;deaths;900;16;s"});
  EXPECT_EQ(read.bad_cells.size(), 1U);
  const Things things = things_of(View(read.said));
  ASSERT_EQ(things.claims.size(), 1U);
  EXPECT_EQ(differences(things.claims[0], {"deaths", {}, {}, {}, ""}).size(), 1U);
}

TEST(Claims, ALeastInWordsIsALeast) {
  const auto read = test::read(
      "claim", {"claim;what;min;max;source", "a;deaths;не менее 140;;s", "b;deaths;;кемінде 140;s",
                "c;deaths;11–17;;s", "d;deaths;до 20;30;s", "e;deaths;about 5;;s"});
  const Things things = things_of(View(read.said));
  ASSERT_EQ(things.claims.size(), 5U);
  for (const std::size_t at : {0, 1}) {
    EXPECT_EQ(things.claims[at].min, 140);
    EXPECT_EQ(things.claims[at].max, std::nullopt);
  }
  EXPECT_EQ(things.claims[2].min, 11);
  EXPECT_EQ(things.claims[2].max, 17);
  EXPECT_EQ(things.claims[3].min, std::nullopt);
  EXPECT_EQ(things.claims[3].max, 30);
  EXPECT_EQ(things.claims[4].min, std::nullopt);
  ASSERT_EQ(read.bad_cells.size(), 2U);
  EXPECT_EQ(read.bad_cells[0].row, 5);
  EXPECT_EQ(read.bad_cells[1].row, 6);
}

}  // namespace sanaq::casefile
