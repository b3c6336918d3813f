#include "sanaq/investigation/claims.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(Claims, KeepBoundsAndWhoAssertsThem) {
  const ClaimTable table = read_claims(
      "claim,what,min,max,asserted_by\na,dead,70,,The movement\nb,dead,11,17,The office\n",
      "claims.csv", {});
  ASSERT_EQ(table.claims.size(), 2u);
  EXPECT_EQ(table.claims[0].min, 70);
  EXPECT_EQ(table.claims[0].max, std::nullopt);
  EXPECT_EQ(table.claims[1].max, 17);
  EXPECT_EQ(table.claims[0].asserted_by, "The movement");
}

TEST(Claims, ANumberThatIsNoneIsReportedAndTheClaimKept) {
  const ClaimTable table = read_claims("claim,what,min\na,dead,many\n", "claims.csv", {});
  EXPECT_EQ(table.claims.size(), 1u);
  ASSERT_EQ(table.bad_cells.size(), 1u);
  EXPECT_EQ(table.bad_cells[0].value, "many");
}

TEST(Claims, AnUnknownColumnIsSaid) {
  EXPECT_EQ(read_claims("claim,what,mim\na,dead,3\n", "claims.csv", {}).warnings.size(), 1u);
}

TEST(Claims, DatesAreReadAsThoseOfLists) {
  const ClaimTable table = read_claims(
      "claim,what,min,from,to\na,deaths,3,16.12.2011,17 декабря 2011\nb,deaths,3,до 2011,\n",
      "claims.csv", {});
  EXPECT_EQ(table.claims[0].from, "2011-12-16");
  EXPECT_EQ(table.claims[0].to, "2011-12-17");
  EXPECT_EQ(table.claims[1].from, "");
  ASSERT_EQ(table.bad_cells.size(), 1u);
  EXPECT_EQ(table.bad_cells[0].value, "до 2011");
}

TEST(Claims, AClaimAboutAnotherTimeIsOutOfScope) {
  Scope scope;
  scope.from = record::make_date(2011, 12, 16);
  scope.to = record::make_date(2011, 12, 31);
  const ClaimTable table = read_claims(
      "claim,what,min,from,to\na,deaths,3,2011-12-16,2011-12-17\nb,deaths,3,2012-06-01,2012-06-"
      "30\n",
      "claims.csv", scope);
  EXPECT_TRUE(table.claims[0].in_scope);
  EXPECT_FALSE(table.claims[1].in_scope);
}

}  // namespace sanaq::investigation
