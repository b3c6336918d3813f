#include "sanaq/link/moments.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

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

TEST(Moments, AFieldMayDependOnSeveralOthersWithoutACircle) {
  num::Rng rng(4, "tests.link.moments");
  Rows rows;
  for (int row = 0; row < 3000; ++row) {
    const auto house = rng.below(600), street = house / 8;
    rows.push_back({"house" + std::to_string(house), "street" + std::to_string(street),
                    "family" + std::to_string((house * 7 + rng.below(2)) % 40),
                    "given" + std::to_string(rng.below(90)),
                    "town" + std::to_string(rng.below(50))});
  }
  const Columns columns = columns_of(a_table({"house", "street", "last", "first", "home"}, rows));
  const Moments moments = excess_agreement(columns.features);
  std::size_t family = 0;
  while (columns.features[family].column != "last") ++family;
  std::vector<std::size_t> parents;
  for (const Edge& edge : moments.edges) {
    if (edge.child == family) parents.push_back(edge.parent);
  }
  ASSERT_EQ(parents.size(), 2u);  // the house, rarer, then the street
  EXPECT_EQ(columns.features[parents[0]].column, "house");
  EXPECT_EQ(columns.features[parents[1]].column, "street");
}

// All of one small town were born on one of two days; elsewhere nothing goes together.
TEST(Moments, FieldsMayGoTogetherAmongValuesOfOneFrequencyAlone) {
  num::Rng rng(5, "tests.link.moments");
  Rows rows;
  for (int row = 0; row < 4000; ++row) {
    const bool is_small = row < 120;
    rows.push_back({is_small             ? "small"
                    : rng.below(20) == 0 ? "other"
                                         : "large",
                    "day" + std::to_string(is_small ? rng.below(2) : rng.below(900)),
                    "given" + std::to_string(rng.below(300)),
                    "family" + std::to_string(rng.below(300))});
  }
  const Columns columns = columns_of(a_table({"town", "day", "first", "last"}, rows));
  const Moments moments = excess_agreement(columns.features);
  const auto is_edge = [&](const Edge& edge) {
    return columns.features[edge.parent].column == "town" &&
           columns.features[edge.child].column == "day";
  };
  const auto edge = std::find_if(moments.edges.begin(), moments.edges.end(), is_edge);
  ASSERT_NE(edge, moments.edges.end());
  const std::uint32_t most = *std::max_element(columns.features[edge->parent].counts.begin(),
                                               columns.features[edge->parent].counts.end());
  EXPECT_EQ(edge->level, exact_level(120, most));
  EXPECT_EQ(std::count_if(moments.edges.begin(), moments.edges.end(), is_edge), 1);
}

// Rows of numbered values; where `apart`, no row has both a street and a trade.
Moments moments_of(const std::vector<std::string>& headers, bool apart) {
  num::Rng rng(6, "tests.link.moments");
  Rows rows;
  for (int row = 0; row < 1500; ++row) {
    rows.emplace_back();
    for (const std::string& header : headers) {
      const std::string number = std::to_string(rng.below(90));
      const bool is_empty = apart && header == (row % 2 == 0 ? "street" : "trade");
      rows.back().push_back(is_empty           ? ""
                            : header == "name" ? "Aida Abc" + number
                                               : header + number);
    }
  }
  return excess_agreement(columns_of(a_table(headers, rows)).features);
}

TEST(Moments, WithoutNamesAndTwoFieldsOfOneRowThereIsNoHope) {
  EXPECT_TRUE(moments_of({"street", "trade"}, true).is_hopeless);
  EXPECT_FALSE(moments_of({"street", "trade"}, false).is_hopeless);
  EXPECT_FALSE(moments_of({"street"}, false).is_hopeless);  // alone it is compared for itself
  const Moments named = moments_of({"name", "street", "trade"}, true);
  EXPECT_TRUE(named.has_names);
  EXPECT_FALSE(named.is_hopeless);
}

// 400 of 1500 persons stand twice, a third of them the second time with another town: how often
// equal cells are seen among matches is found before any pair is compared, of each of five fields.
TEST(Moments, HowOftenMatchesAgreeIsRecovered) {
  num::Rng rng(7, "tests.link.moments");
  const std::vector<std::string> headers{"first", "last", "street", "trade", "home"};
  Rows rows;
  const auto number = [&] { return std::to_string(rng.below(250)); };
  for (int person = 0; person < 1500; ++person) {
    Rows::value_type row;
    for (const std::string& header : headers) row.push_back(header + number());
    rows.push_back(row);
    if (person >= 400) continue;
    if (person % 3 == 0) row[4] = headers[4] + number();
    rows.push_back(row);
  }
  const Columns columns = columns_of(a_table(headers, rows));
  const Moments moments = excess_agreement(columns.features);
  ASSERT_EQ(moments.m_exact.size(), headers.size());
  for (std::size_t f = 0; f < headers.size(); ++f)
    EXPECT_NEAR(moments.m_exact[f], columns.features[f].column == "home" ? 2.0 / 3 : 1, 0.1)
        << columns.features[f].column;
  EXPECT_NEAR(moments.matches, 400, 60);
}

}  // namespace
}  // namespace sanaq::link
