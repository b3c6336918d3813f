#include "sanaq/splink/chance.h"

#include <gtest/gtest.h>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

// Every pair of records asked for its level.
std::vector<double> counted(const record::RecordTable& table, const Levels& levels,
                            std::size_t comparison) {
  LevelFinder finder(levels);
  const auto& of_model = levels.model().comparisons[comparison].levels;
  std::vector<double> share(of_model.size());
  double pairs = 0;
  for (std::uint32_t right = 1; right < table.record_count(); ++right) {
    for (std::uint32_t left = 0; left < right; ++left) {
      const std::uint8_t level = finder.slow_level(comparison, left, right);
      if (of_model[level].is_null) continue;
      ++share[level];
      ++pairs;
    }
  }
  for (double& one : share) one /= pairs;
  return share;
}

TEST(Chance, IsWhatAllPairsOfRecordsSay) {
  const record::RecordTable table = misspelt(250);
  const Model model = a_model_of_all_kinds();
  const Levels levels(table, model);
  base::Progress silent;
  link::Workers workers(2);
  for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
    const std::vector<double> expected = counted(table, levels, at);
    const std::vector<double> found = chance_of_levels(table, levels, at, 1, workers, silent);
    for (std::size_t level = 0; level < expected.size(); ++level) {
      // A level without null: both sides must be filled for it to say anything of values.
      if (model.comparisons[at].levels[0].is_null || at + 1 == model.comparisons.size()) {
        EXPECT_NEAR(found[level], expected[level], 1e-9) << model.comparisons[at].name << level;
      }
    }
  }
}

TEST(Chance, OfManyValuesIsEstimatedCloselyFromSome) {
  num::Rng rng(3, "tests.link.chance");
  record::RecordTable table;
  table.lists.push_back({.name = "list", .file = "", .version = ""});
  record::Column column;
  column.header = "a";
  column.values = {""};
  for (int value = 0; value < 6000; ++value) {
    std::string text;
    for (int at = 0; at < 5; ++at) text += "abcdefghij"[rng.below(10)];
    column.values.push_back(text + std::to_string(value % 7));
    // Some are frequent.
    for (int times = value < 100 ? 40 : 1; times > 0; --times)
      column.codes.push_back(static_cast<std::uint32_t>(value + 1));
  }
  column.canonical = column.values;
  table.list_of.assign(column.codes.size(), 0);
  table.columns.push_back(column);
  Model model;
  model.comparisons = {
      a_comparison("a", {null_of("a"), equal_of("a"), call_of("levenshtein", "a", "<= 2")})};
  const Levels levels(table, model);
  base::Progress silent;
  link::Workers workers(2);
  const std::vector<double> expected = counted(table, levels, 0);
  const std::vector<double> found = chance_of_levels(table, levels, 0, 1, workers, silent);
  EXPECT_NEAR(found[1], expected[1], 1e-12);
  EXPECT_NEAR(found[2], expected[2], 0.1 * expected[2]);
  EXPECT_NEAR(found[1] + found[2] + found[3], 1, 1e-12);
  link::Workers alone(1);
  EXPECT_EQ(chance_of_levels(table, levels, 0, 1, alone, silent), found);
}

}  // namespace
}  // namespace sanaq::splink
