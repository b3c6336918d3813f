#include "sanaq/splink/weighed_pairs.h"

#include <gtest/gtest.h>

#include <cmath>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

TEST(WeighedPairs, ARareValueWeighsMoreThanAFrequentOne) {
  const record::RecordTable table = link::a_table(
      {"a"},
      {{"rare"}, {"rare"}, {"often"}, {"often"}, {"often"}, {"often"}, {"often"}, {"often"}});
  const Model model = parse_model(R"json({"probability_two_random_records_match": 0.5,
    "comparisons": [{"output_column_name": "a", "comparison_levels": [
      {"sql_condition": "\"a_l\" = \"a_r\"", "m_probability": 0.8, "u_probability": 0.1, "tf_adjustment_column": "a"},
      {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.9}]}]})json",
                                  "m.json");
  WeighedPairs pairs(std::make_shared<const Levels>(table, model));
  PairSlabs slabs;
  slabs.add({0, 1, 0});
  slabs.add({2, 3, 0});
  pairs.add(std::move(slabs));
  slabs = {};
  slabs.add({0, 2, 1});
  pairs.add(std::move(slabs));
  ASSERT_EQ(pairs.size(), 3u);
  std::vector<link::Pair> found;
  pairs.each([&](const link::Pair& pair) { found.push_back(pair); });
  ASSERT_EQ(found.size(), 3u);
  EXPECT_NEAR(found[0].weight_bits, std::log2(0.8 / 0.25), 1e-12);
  EXPECT_NEAR(found[1].weight_bits, std::log2(0.8 / 0.75), 1e-12);
  EXPECT_NEAR(found[2].weight_bits, std::log2(0.2 / 0.9), 1e-12);
  EXPECT_EQ(found[0].levels, std::vector<std::int8_t>{1});
  EXPECT_EQ(found[2].levels, std::vector<std::int8_t>{0});
}

TEST(WeighedPairs, APairOfABlockIsWhereItsPatternStands) {
  const record::RecordTable table = link::a_table({"a"}, {{"x"}, {"y"}, {"x"}, {"x"}});
  Model model;
  model.prior_match = 0.5;
  model.comparisons = {a_comparison("a", {equal_of("a")})};
  WeighedPairs pairs(std::make_shared<const Levels>(table, model));
  std::vector<Blocks> rules(1);
  rules[0].records = {0, 2, 3};
  rules[0].starts = {0, 3};
  std::vector<Piece> pieces = cut_blocks(rules);
  PatternStore patterns(2, false, 3);
  const std::vector<std::uint32_t> low{0, 0xFFFFFFFFU, 1};
  patterns.put(0, low.data(), nullptr, 3);
  pairs.set({std::move(rules), std::move(pieces), std::move(patterns), 2});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  pairs.each([&](const link::Pair& pair) { found.emplace_back(pair.left, pair.right); });
  EXPECT_EQ(found, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {2, 3}}));
  EXPECT_EQ(pairs.size(), 2u);
}

}  // namespace
}  // namespace sanaq::splink
