#include "sanaq/link/moments.h"

#include <gtest/gtest.h>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Moments, CountMatchesBeforeAnyPairIsCompared) {
  const Moments moments = excess_agreement(columns_of(a_town(1500, 400)).features);
  EXPECT_TRUE(moments.has_count);
  EXPECT_GT(moments.matches, 200);  // 400 pairs of rows of one person
  EXPECT_LT(moments.matches, 1000);
}

TEST(Moments, FieldsThatGoTogetherAmongDifferentPersonsBecomeAnEdge) {
  num::Rng rng(3, "tests.link.moments");
  Rows rows;
  for (int row = 0; row < 2000; ++row) {
    const auto street = rng.below(60);
    rows.push_back({"street" + std::to_string(street), "post" + std::to_string(street / 2),
                    "given" + std::to_string(rng.below(90)),
                    "family" + std::to_string(rng.below(90)),
                    "town" + std::to_string(rng.below(50))});
  }
  const Columns columns =
      columns_of(a_table({"street", "postcode", "first", "last", "town"}, rows));
  const Moments moments = excess_agreement(columns.features);
  bool found = false;
  for (const Edge& edge : moments.edges) {
    const std::string parent = columns.features[edge.parent].column,
                      child = columns.features[edge.child].column;
    found = found || (parent == "street" && child == "postcode") ||
            (parent == "postcode" && child == "street");
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace sanaq::link
