#include "sanaq/link/weighed_pairs.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(WeighedPairs, ARareValueWeighsMoreThanAFrequentOne) {
  const record::RecordTable table = a_table(
      {"a"},
      {{"rare"}, {"rare"}, {"often"}, {"often"}, {"often"}, {"often"}, {"often"}, {"often"}});
  const SplinkModel model = parse_splink_model(R"json({"probability_two_random_records_match": 0.5,
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
  EXPECT_NEAR(pairs.at(0).weight_bits, std::log2(0.8 / 0.25), 1e-12);
  EXPECT_NEAR(pairs.at(1).weight_bits, std::log2(0.8 / 0.75), 1e-12);
  EXPECT_NEAR(pairs.at(2).weight_bits, std::log2(0.2 / 0.9), 1e-12);
  EXPECT_EQ(pairs.at(0).levels, std::vector<std::int8_t>{1});
  EXPECT_EQ(pairs.at(2).levels, std::vector<std::int8_t>{0});
}

}  // namespace
}  // namespace sanaq::link
