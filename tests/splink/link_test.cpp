#include "sanaq/splink/link.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <sstream>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells read_csv(const std::string& path) {
  std::istringstream text(base::read_file(path));
  Cells rows;
  std::string line;
  while (std::getline(text, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> row(1);
    for (const char c : line) {
      if (c == ',')
        row.emplace_back();
      else
        row.back().push_back(c);
    }
    rows.push_back(row);
  }
  return rows;
}

record::RecordTable table_of(const Cells& rows) {
  record::RecordTable table;
  table.lists.push_back({.name = "people", .file = "people.csv", .version = ""});
  for (std::size_t column = 1; column < rows[0].size(); ++column) {
    record::Column made;
    made.header = rows[0][column];
    made.values = made.canonical = {""};
    std::map<std::string, std::uint32_t> codes{{"", 0}};
    for (std::size_t row = 1; row < rows.size(); ++row) {
      const auto [code, is_new] =
          codes.emplace(rows[row][column], static_cast<std::uint32_t>(made.values.size()));
      if (is_new) made.values.push_back(rows[row][column]);
      made.codes.push_back(code->second);
    }
    made.canonical = made.values;
    table.columns.push_back(std::move(made));
  }
  for (std::size_t row = 1; row < rows.size(); ++row) {
    table.list_of.push_back(0);
    table.ids.push_back(rows[row][0]);
  }
  return table;
}

void expect_as_splink(const std::string& name) {
  if (help::shared_data().empty()) GTEST_SKIP() << help::skip_words;
  const std::string folder = help::shared_data() + "/linkage/splink_conformance/" + name;
  const record::RecordTable table = table_of(read_csv(folder + "/people.csv"));
  base::Progress silent;
  const Model model = parse_model(base::read_file(folder + "/model.json"), "model.json");
  const link::Result result =
      link(table, {.pair_probability_min = 0}, std::make_shared<Model>(model), silent).result;
  std::map<std::pair<std::string, std::string>, const link::Pair*> found;
  for (const link::Pair& pair : result.pairs)
    found[std::minmax(table.ids[pair.left], table.ids[pair.right])] = &pair;
  const Cells expected = read_csv(folder + "/pairs.csv");
  EXPECT_EQ(result.pairs.size(), expected.size() - 1);
  std::size_t wrong = 0;
  for (std::size_t row = 1; row < expected.size(); ++row) {
    const auto pair = found.find(std::minmax(expected[row][0], expected[row][1]));
    ASSERT_NE(pair, found.end()) << "pair of row " << row;
    bool right = std::abs(pair->second->weight_bits - std::stod(expected[row][2])) < 1e-6;
    for (std::size_t at = 0; at < model.comparisons.size(); ++at)
      right = right && pair->second->levels[at] == std::stoi(expected[row][3 + at]);
    if (!right && ++wrong == 1)
      ADD_FAILURE() << "the pair " << expected[row][0] << ", " << expected[row][1]
                    << " differs, weight " << pair->second->weight_bits << " not "
                    << expected[row][2];
  }
  EXPECT_EQ(wrong, 0u);
}

TEST(Link, EveryStandardLevelHasSplinksWeightToAMillionth) { expect_as_splink("levels"); }
TEST(Link, ATrainedModelWithBlockingRulesHasSplinksPairsAndWeights) { expect_as_splink("people"); }

constexpr const char* name_model = R"json({"probability_two_random_records_match": 0.2,
  "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.town = r.town"}],
  "comparisons": [{"output_column_name": "surname", "comparison_levels": [
    {"sql_condition": "\"surname_l\" IS NULL OR \"surname_r\" IS NULL", "is_null_level": true},
    {"sql_condition": "\"surname_l\" = \"surname_r\"", "m_probability": 0.9, "u_probability": 0.01},
    {"sql_condition": "jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.88", "m_probability": 0.09, "u_probability": 0.02},
    {"sql_condition": "ELSE", "m_probability": 0.01, "u_probability": 0.97}]}]})json";

class Town : public testing::Test {
 protected:
  [[nodiscard]] link::Result linked(const record::RecordTable& table) {
    return link(table, options_, model_, silent_).result;
  }

  link::Options options_{.pair_probability_min = 0};
  std::shared_ptr<const Model> model_ =
      std::make_shared<Model>(parse_model(name_model, "model.json"));
  base::Progress silent_;
  record::RecordTable table_ = link::a_table(
      {"surname", "town"},
      {{"abela", "x"}, {"abela", "x"}, {"abelas", "x"}, {"borg", "x"}, {"", "x"}, {"abela", "y"}});
};

TEST_F(Town, PairsOfOneBlockAreWeighedAndComponentsArePersons) {
  const link::Result result = linked(table_);
  EXPECT_EQ(result.candidate_pairs, 10);  // five rows in x
  EXPECT_EQ(result.person_of, (std::vector<std::uint32_t>{0, 0, 0, 1, 2, 3}));
  EXPECT_NEAR(result.pairs[0].weight_bits, std::log2(0.25) + std::log2(90), 1e-12);
}

TEST_F(Town, AListFreeOfDuplicatesAndADecisionBind) {
  options_.decisions = {{0, 1, false}};
  const link::Result parted = linked(table_);
  EXPECT_NE(parted.person_of[0], parted.person_of[1]);
  table_.lists[0].one_per_person = true;
  options_.decisions.clear();
  EXPECT_EQ(linked(table_).person_count, 6);
}

TEST_F(Town, OfOtherThresholdsItIsToldWhatLinkingWithThemMakes) {
  for (const bool is_bound : {false, true}) {
    options_.thresholds = 9;
    options_.threshold = 0.5;
    if (is_bound) options_.decisions = {{0, 1, false}};
    const link::Result result = linked(table_);
    ASSERT_EQ(result.thresholds.size(), 9U);
    const auto links = [](const link::Result& of) {
      std::map<std::uint32_t, std::int64_t> sizes;
      for (const std::uint32_t person : of.person_of) ++sizes[person];
      std::int64_t count = 0;
      for (const auto& [person, size] : sizes) count += size * (size - 1) / 2;
      return count;
    };
    for (const link::AtThreshold& told : result.thresholds) {
      options_.thresholds = 0;
      options_.threshold = told.threshold;
      const link::Result other = linked(table_);
      EXPECT_EQ(told.persons, other.person_count - result.person_count) << told.threshold;
      EXPECT_EQ(told.made - told.lost, links(other) - links(result)) << told.threshold;
    }
  }
}

TEST_F(Town, RulesOfTheUserReplaceThoseOfTheModel) {
  options_.block_rules = {"surname[1:2]"};
  EXPECT_EQ(linked(table_).candidate_pairs, 6);  // ab, four rows
  options_.block_rules = {"surname_key"};        // sounds
  EXPECT_THROW((void)linked(table_), base::Error);
}

TEST_F(Town, ThePairsAreTheSameOnAnyNumberOfThreads) {
  const record::RecordTable large = link::a_town(3000, 1000);
  options_.block_rules = {"town[1:2]", "surname[1:1]"};
  options_.threads = 1;
  const link::Result one = linked(large);
  for (const int threads : {2, 3}) {
    options_.threads = threads;
    const link::Result several = linked(large);
    EXPECT_EQ(several.person_of, one.person_of);
    ASSERT_EQ(several.candidate_pairs, one.candidate_pairs);
    ASSERT_EQ(several.pairs.size(), one.pairs.size());
    for (std::size_t at = 0; at < one.pairs.size(); ++at) {
      ASSERT_EQ(several.pairs[at].left, one.pairs[at].left);
      ASSERT_EQ(several.pairs[at].weight_bits, one.pairs[at].weight_bits);
    }
  }
}

// One way sorts pairs and heeds what must not meet, the other does neither.
TEST(Link, ADecisionThatChangesNothingLeavesPersonsAndProbabilitiesAsTheyAre) {
  const record::RecordTable table = misspelt(4000);
  Model model = a_model_of_all_kinds();
  model.prior_match = 0.006;
  const auto shared = std::make_shared<const Model>(model);
  link::Options options{.threshold = 0.6};
  base::Progress silent;
  const link::Result free = link(table, options, shared, silent).result;
  std::size_t joined = 0;
  for (const link::Pair& pair : free.pairs) joined += pair.probability >= options.threshold;
  ASSERT_GT(joined, 5000u);
  std::uint32_t other = 1;
  while (free.person_of[other] == free.person_of[0]) ++other;
  options.decisions = {{0, other, false}};
  const link::Result bound = link(table, options, shared, silent).result;
  EXPECT_EQ(bound.person_of, free.person_of);
  EXPECT_EQ(bound.probability, free.probability);
  EXPECT_GT(free.person_count, 100);
}

TEST(Link, WhatIsLearntIsHandedOutAndGivesTheSameWeightsWhenItIsUsed) {
  const record::RecordTable table = misspelt(800);
  Model model = a_model_of_all_kinds();
  for (Comparison& comparison : model.comparisons) {
    for (Level& level : comparison.levels) level.m = level.u = 0;
  }
  model.prior_match = 0;
  const link::Options options{.pair_probability_min = 0};
  base::Progress silent;
  const Linked first = link(table, options, std::make_shared<Model>(model), silent);
  const link::Result& learnt = first.result;
  ASSERT_TRUE(first.model);
  EXPECT_FALSE(must_learn(*first.model));
  EXPECT_GT(learnt.model.em_iterations, 1);
  const link::Result used = link(table, options, first.model, silent).result;
  ASSERT_EQ(used.pairs.size(), learnt.pairs.size());
  for (std::size_t at = 0; at < used.pairs.size(); ++at)
    ASSERT_EQ(used.pairs[at].weight_bits, learnt.pairs[at].weight_bits);
  EXPECT_EQ(used.person_of, learnt.person_of);
}

TEST_F(Town, APairIsExplainedLevelByLevel) {
  const link::Explanation why = explain(table_, *model_, 2, 0);
  ASSERT_EQ(why.lines.size(), 1u);
  EXPECT_EQ(why.lines[0].left, "abelas");
  EXPECT_NEAR(why.weight_bits, std::log2(4.5), 1e-12);
}

TEST_F(Town, TextBeyondAsciiIsWarnedOf) {
  EXPECT_TRUE(linked(table_).warnings.empty());
  const auto cyrillic = link::a_table({"surname", "town"}, {{"Өтеген", "x"}, {"Отеген", "x"}});
  const link::Result result = linked(cyrillic);
  ASSERT_EQ(result.warnings.size(), 1u);
  EXPECT_EQ(result.pairs[0].levels[0], 1);  // one letter of six differs: .89 by characters
}

}  // namespace
}  // namespace sanaq::splink
