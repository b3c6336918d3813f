#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/persons/claims_beside.h"
#include "sanaq/settings/config.h"

// All claims are invented.
namespace sanaq::investigation {
namespace {

struct Claimed {
  CaseTables tables;
  std::vector<persons::Claim> claims;
};

Claimed claimed(const std::string& csv, const settings::Scope& scope = {}) {
  const help::Scratch scratch;
  scratch.write("claims.csv", csv);
  settings::Config config;
  config.tables.push_back({"claim", "claims.csv"});
  Claimed out{read_case_tables(scratch.path(), config), {}};
  out.claims = persons::claims_of(out.tables.file.said, scope);
  return out;
}

settings::Scope sixteen_days() {
  settings::Scope scope;
  scope.from = record::make_date(2011, 12, 16);
  scope.to = record::make_date(2011, 12, 31);
  return scope;
}

TEST(Claims, KeepBoundsAndWhoAssertsThem) {
  const auto claims = claimed(
                          "claim,what,min,max,asserted_by,source\na,dead,70,,The movement,x|y\n"
                          "b,dead,11,17,The office,z\n")
                          .claims;
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].min, 70);
  EXPECT_EQ(claims[0].max, std::nullopt);
  EXPECT_EQ(claims[1].max, 17);
  EXPECT_EQ(claims[0].asserted_by, "The movement");
  EXPECT_EQ(claims[0].source, "x; y");
  EXPECT_EQ(claims[0].visibility, "public");
}

TEST(Claims, ANumberThatIsNoneIsReportedAndTheClaimKept) {
  const auto table = claimed("claim,what,min,source\na,dead,many,s\n");
  EXPECT_EQ(table.claims.size(), 1u);
  ASSERT_EQ(table.tables.bad_cells.size(), 1u);
  EXPECT_EQ(table.tables.bad_cells[0].value, "many");
}

TEST(Claims, AnUnknownColumnIsSaid) {
  EXPECT_EQ(claimed("claim,what,mim,source\na,dead,3,s\n").tables.warnings.size(), 1u);
}

TEST(Claims, DatesAreReadAsPeopleWriteThem) {
  const auto table = claimed(
      "claim,what,min,from,to,asserted_at,source\na,deaths,3,16.12.2011,17 декабря 2011,"
      "20.12.2011,s\nb,deaths,3,01.06.2012,30.06.2012,,s\n",
      sixteen_days());
  EXPECT_TRUE(table.tables.bad_cells.empty());
  EXPECT_EQ(table.claims[0].from, "2011-12-16");
  EXPECT_EQ(table.claims[0].to, "2011-12-17");
  EXPECT_EQ(table.claims[0].asserted_at, "2011-12-20");
  EXPECT_TRUE(table.claims[0].in_scope);
  EXPECT_FALSE(table.claims[1].in_scope);
}

// The front page once set 900 beside the count, of which `ask claims` said that it is of another
// period: both go by casefile::differences().
TEST(Claims, ALongerPeriodAGroupAndALeastAboveTheMostAreNotCompared) {
  const auto claims = claimed(
                          "claim,what,min,max,from,to,group,source\n"
                          "fits,deaths,16,,2011-12-16,2011-12-31,,s\n"
                          "year,deaths,900,,2011-05-26,2011-12-31,,s\n"
                          "some,deaths,5,,2011-12-16,,oil workers,s\n"
                          "turned,deaths,900,16,2011-12-16,,,s\n"
                          "other,arrests,130,,2011-12-16,,,s\n",
                          sixteen_days())
                          .claims;
  ASSERT_EQ(claims.size(), 5u);
  EXPECT_TRUE(claims[0].in_scope);
  for (const std::size_t at : {1, 2, 3, 4}) EXPECT_FALSE(claims[at].in_scope) << claims[at].id;
}

TEST(Claims, WhatTheLedgerSaysOfARowDecidesTooAndTheStrictestWordCloses) {
  auto table = claimed("claim,what,min,source\na,deaths,900,s\n");
  casefile::Statement group;
  group.subject = "claim:a";
  group.property = "group";
  group.value = "oil workers";
  table.tables.file.said.push_back(group);
  const auto claims = persons::claims_of(table.tables.file.said, {});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_FALSE(claims[0].in_scope);
  EXPECT_EQ(claims[0].visibility, "restricted");
}

}  // namespace
}  // namespace sanaq::investigation
