#include "sanaq/link/splink_score.h"

#include <gtest/gtest.h>

#include <set>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

SplinkModel two_rules() {
  return parse_splink_model(R"json({"probability_two_random_records_match": 0.1,
    "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.a = r.a"}, {"blocking_rule": "l.b = r.b"}],
    "comparisons": [{"output_column_name": "a", "comparison_levels": [
      {"sql_condition": "\"a_l\" = \"a_r\"", "m_probability": 0.8, "u_probability": 0.1},
      {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.9}]}]})json",
                            "m.json");
}

TEST(SplinkScore, APairOfTwoRulesIsFoundOnce) {
  const record::RecordTable table =
      a_table({"a", "b"}, {{"x", "1"}, {"x", "1"}, {"x", "2"}, {"", "1"}});
  const SplinkModel model = two_rules();
  base::Progress silent;
  Workers workers(1);
  const Weighing weighing = weigh_pairs(table, model, {}, workers, silent);
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t at = 0; at < weighing.pairs->size(); ++at)
    pairs.emplace(weighing.pairs->at(at).left, weighing.pairs->at(at).right);
  EXPECT_EQ(pairs, (std::set<std::pair<std::uint32_t, std::uint32_t>>{
                       {0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}}));
  EXPECT_EQ(weighing.candidate_pairs, 5);
  EXPECT_EQ(weighing.pairs_of_rule, (std::vector<std::int64_t>{3, 3}));
}

TEST(SplinkScore, PairsWithinAListAreLeftOutWhereOnlyListsAreLinked) {
  record::RecordTable table = a_table({"a", "b"}, {{"x", "1"}, {"x", "1"}, {"x", "2"}});
  table.lists.push_back({.name = "other", .file = "", .version = ""});
  table.list_of = {0, 0, 1};
  const SplinkModel model = two_rules();
  base::Progress silent;
  Workers workers(1);
  EXPECT_EQ(weigh_pairs(table, model, {.across_lists_only = true}, workers, silent).candidate_pairs,
            2);
}

TEST(SplinkScore, ALargeBlockIsCutAndLosesNothing) {
  Rows rows(1500, {"x", "y"});
  const record::RecordTable table = a_table({"a", "b"}, rows);
  const SplinkModel model = two_rules();
  base::Progress silent;
  Workers workers(2);
  const Weighing weighing = weigh_pairs(table, model, {.probability_min = 0.9}, workers, silent);
  EXPECT_EQ(weighing.candidate_pairs, 1500 * 1499 / 2);
  EXPECT_EQ(weighing.pairs->size(), 0u);  // 3 bits do not make .9
}

}  // namespace
}  // namespace sanaq::link
