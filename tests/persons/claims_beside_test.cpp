#include "sanaq/persons/claims_beside.h"

#include <gtest/gtest.h>

namespace sanaq::persons {
namespace {

casefile::Statement said(const std::string& property, const std::string& value,
                         const std::string& source) {
  casefile::Statement one;
  one.subject = "claim:a";
  one.property = property;
  one.value = value;
  one.source = source;
  return one;
}

TEST(ClaimsBeside, AClaimNamesEverySourceOnceAndIsAsVisibleAsItsStrictestStatement) {
  std::vector<casefile::Statement> all = {said("what", "deaths", "x"), said("min", "70", "y"),
                                          said("max", "90", "x")};
  all[1].visibility = "sealed";
  const std::vector<Claim> claims = claims_of(all, {});
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].id, "a");
  EXPECT_EQ(claims[0].source, "x; y");
  EXPECT_EQ(claims[0].visibility, "sealed");
  EXPECT_TRUE(claims[0].in_scope);
}

TEST(ClaimsBeside, TheCountIsOfEverybodySoAClaimOfOneGroupIsNotComparedWithIt) {
  settings::Scope scope;
  scope.what = "deaths";
  EXPECT_EQ(claim_scope(scope).what, "deaths");
  EXPECT_EQ(claim_scope(scope).group, "");
  std::vector<casefile::Statement> all = {said("what", "deaths", "x"), said("min", "5", "x")};
  ASSERT_EQ(claims_of(all, scope).size(), 1U);
  EXPECT_TRUE(claims_of(all, scope)[0].in_scope);
  all.push_back(said("group", "oil workers", "x"));
  EXPECT_FALSE(claims_of(all, scope)[0].in_scope);
}

}  // namespace
}  // namespace sanaq::persons
