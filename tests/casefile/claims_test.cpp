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

}  // namespace sanaq::casefile
