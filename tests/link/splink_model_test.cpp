#include "sanaq/link/splink_model.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <sstream>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::link {
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
  const SplinkModel model =
      parse_splink_model(base::read_file(folder + "/model.json"), "model.json");
  const Result result = score_as_splink(table, model, 0, silent);
  std::map<std::pair<std::string, std::string>, const Pair*> found;
  for (const Pair& pair : result.pairs)
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

TEST(SplinkModel, EveryStandardLevelHasSplinksWeightToAMillionth) { expect_as_splink("levels"); }
TEST(SplinkModel, ATrainedModelWithBlockingRulesHasSplinksPairsAndWeights) {
  expect_as_splink("people");
}

std::string refusal(const std::string& json) {
  try {
    (void)parse_splink_model(json, "model.json");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(SplinkModel, NamesTheLevelThatOnlySqlCanSay) {
  const std::string message = refusal(
      R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "tags",
    "comparison_levels": [{"sql_condition": "array_length(list_intersect(\"tags_l\", \"tags_r\")) >= 1", "m_probability": 0.5, "u_probability": 0.1}]}]})json");
  EXPECT_NE(message.find("only SQL can say this"), std::string::npos);
  EXPECT_NE(message.find("tags"), std::string::npos);
}

TEST(SplinkModel, RefusesWhatIsNoModelAndAModelThatWasNotTrained) {
  EXPECT_NE(refusal("[1, 2").find("not a model"), std::string::npos);
  EXPECT_NE(
      refusal(
          R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "a",
    "comparison_levels": [{"sql_condition": "ELSE", "m_probability": 0.5}]}]})json")
          .find("u_probability is missing"),
      std::string::npos);
  EXPECT_TRUE(
      looks_like_splink(R"({"comparisons": [], "probability_two_random_records_match": 0.1})"));
  EXPECT_FALSE(looks_like_splink("{}"));
}

}  // namespace
}  // namespace sanaq::link
