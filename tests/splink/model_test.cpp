#include "sanaq/splink/model.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::splink {
namespace {

std::string refusal(const std::string& json) {
  try {
    (void)parse_model(json, "model.json");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(Model, NamesTheLevelThatOnlySqlCanSay) {
  const std::string message = refusal(
      R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "tags",
    "comparison_levels": [{"sql_condition": "soundex(\"tags_l\") = soundex(\"tags_r\")", "m_probability": 0.5, "u_probability": 0.1}]}]})json");
  EXPECT_NE(message.find("only SQL can say this"), std::string::npos);
  EXPECT_NE(message.find("tags"), std::string::npos);
}

TEST(Model, RefusesWhatIsNoModelAndProbabilitiesThatAreNone) {
  EXPECT_NE(refusal("[1, 2").find("not a model"), std::string::npos);
  EXPECT_NE(
      refusal(
          R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "a",
    "comparison_levels": [{"sql_condition": "ELSE", "m_probability": 1.5}]}]})json")
          .find("m_probability is 1.5"),
      std::string::npos);
  EXPECT_TRUE(
      looks_like_model(R"({"comparisons": [], "probability_two_random_records_match": 0.1})"));
  EXPECT_FALSE(looks_like_model("{}"));
}

TEST(Model, ValuesOfAnotherTypeAreRefusedByName) {
  for (const auto& [json, what] : {
           std::pair(R"({"comparisons": [5]})", "comparisons: {} has another type"),
           std::pair(R"({"comparisons": [], "link_type": 5})", "model: link_type has"),
           std::pair(R"({"comparisons": [{"comparison_levels": {"a": 1}}]})",
                     "comparison_levels has"),
           std::pair(R"({"comparisons": [{"comparison_levels": [[]]}]})", "has another type"),
           std::pair(R"({"comparisons": [{"output_column_name": "c", "comparison_levels":
                        [{"sql_condition": ["ELSE"]}]}]})",
                     "c: sql_condition has"),
           std::pair(R"({"comparisons": [{"output_column_name": "c", "comparison_levels":
                        [{"sql_condition": "ELSE", "is_null_level": "yes"}]}]})",
                     "c: is_null_level has"),
           std::pair(R"({"comparisons": [{"output_column_name": "c", "comparison_levels":
                        [{"sql_condition": "ELSE", "m_probability": [1]}]}]})",
                     "c: m_probability has"),
           std::pair(R"({"comparisons": [], "blocking_rules_to_generate_predictions": [7]})",
                     "blocking rule: {} has"),
           std::pair(
               R"({"comparisons": [], "blocking_rules_to_generate_predictions": "l.a = r.a"})",
               "blocking_rules_to_generate_predictions has"),
       })
    EXPECT_NE(refusal(json).find(what), std::string::npos) << refusal(json);
}

TEST(Model, KnowsTheListsThatARuleExplodesAndWhoseSqlItIs) {
  const std::string text =
      R"json({"sql_dialect": "postgres", "comparisons": [], "blocking_rules_to_generate_predictions": [
        {"blocking_rule": "l.town = r.town", "arrays_to_explode": null},
        {"blocking_rule": "l.words = r.words", "arrays_to_explode": ["\"words\"", "others"]}]})json";
  const Model model = parse_model(text, "model.json");
  EXPECT_EQ(model.dialect, SqlDialect::postgres);
  EXPECT_TRUE(exploded_by(model, 0).empty());
  EXPECT_EQ(exploded_by(model, 1), (std::vector<std::string>{"words", "others"}));
  EXPECT_TRUE(exploded_by(model, 2).empty());
  EXPECT_EQ(columns_of(model), (std::set<std::string>{"others", "town", "words"}));
  EXPECT_NE(write_model(model).find("arrays_to_explode"), std::string::npos);
  EXPECT_NE(refusal(R"json({"comparisons": [], "blocking_rules_to_generate_predictions": [
        {"blocking_rule": "l.a = r.a", "arrays_to_explode": [5]}]})json")
                .find("arrays_to_explode has"),
            std::string::npos);
}

TEST(Model, WhatSplinkWritesForNothingIsNothing) {
  const Model model = parse_model(
      R"json({"link_type": null, "comparisons": [{"output_column_name": null, "comparison_levels": [
        {"sql_condition": "ELSE", "label_for_charts": null, "is_null_level": null,
         "m_probability": "level not observed in training dataset",
         "tf_adjustment_column": null, "tf_adjustment_weight": null}]}]})json",
      "model.json");
  EXPECT_EQ(model.comparisons[0].levels[0].m, 0);
  EXPECT_FALSE(model.comparisons[0].levels[0].tf_column);
}

TEST(Model, WhatIsNestedWithoutEndIsNoModel) {
  const std::string deep(100'000, '[');
  EXPECT_FALSE(looks_like_model("{\"comparisons\":[],\"a\":" + deep));
  EXPECT_NE(refusal("{\"comparisons\":[],\"a\":" + deep + std::string(100'000, ']') + "}")
                .find("not a model"),
            std::string::npos);
}

const char* const settings = R"json({"link_type": "dedupe_only",
  "probability_two_random_records_match": 0.0001, "em_convergence": 0.001,
  "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.b = r.b", "sql_dialect": "duckdb"}],
  "comparisons": [{"output_column_name": "a", "comparison_levels": [
    {"sql_condition": "\"a_l\" IS NULL OR \"a_r\" IS NULL", "is_null_level": true},
    {"sql_condition": "\"a_l\" = \"a_r\"", "u_probability": 0.25, "tf_adjustment_column": "c"},
    {"sql_condition": "ELSE"}]}]})json";

TEST(Model, SettingsWithoutMOrUAreToBeLearnt) {
  const Model model = parse_model(settings, "settings.json");
  EXPECT_TRUE(must_learn(model));
  EXPECT_EQ(model.prior_match, 0);  // Splink's default is no knowledge
  EXPECT_EQ(model.comparisons[0].levels[1].m, 0);
  EXPECT_EQ(model.comparisons[0].levels[1].u, 0.25);
  EXPECT_EQ(columns_of(model), (std::set<std::string>{"a", "b", "c"}));
}

TEST(Model, IsWrittenAsSplinkHasItAndReadBackToTheBit) {
  Model model = parse_model(settings, "settings.json");
  model.prior_match = 1.0 / 3e6;
  for (Level& level : model.comparisons[0].levels) {
    level.m = 1.0 / 3;
    level.u = 2.0 / 7;
  }
  const std::string text = write_model(model);
  EXPECT_NE(text.find("\"sql_dialect\": \"duckdb\""), std::string::npos);
  EXPECT_NE(text.find("\"em_convergence\": 0.001"), std::string::npos);
  const Model again = parse_model(text, "again.json");
  EXPECT_FALSE(must_learn(again));
  EXPECT_EQ(again.prior_match, model.prior_match);
  EXPECT_EQ(again.comparisons[0].levels[1].m, 1.0 / 3);
  EXPECT_EQ(again.comparisons[0].levels[2].u, 2.0 / 7);
}

}  // namespace
}  // namespace sanaq::splink
