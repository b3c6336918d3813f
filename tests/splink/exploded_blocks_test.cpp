#include "sanaq/splink/exploded_blocks.h"

#include <gtest/gtest.h>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

using Numbers = std::vector<std::uint32_t>;

ExplodedBlocks explode(const record::RecordTable& table, const std::string& rule,
                       const std::vector<std::string>& exploded,
                       const std::vector<bool>& left_out = {}) {
  Model model;
  add_rule(model, rule);
  model.rule_arrays = {exploded};
  const Levels levels(table, model);
  return explode_blocks(model.rules[0], exploded, levels, table.record_count(), left_out);
}

TEST(ExplodedBlocks, ARecordStandsInABlockForEachValueOfItsList) {
  const record::RecordTable table =
      link::a_table({"words"}, {{"[x, y]"}, {"y|x|x"}, {"z"}, {""}, {"[]"}, {"[y, NULL]"}});
  const ExplodedBlocks made = explode(table, "l.words = r.words", {"words"});
  EXPECT_EQ(made.blocks.records, (Numbers{0, 1, 0, 1, 5}));  // x, y
  EXPECT_EQ(made.blocks.starts, (Numbers{0, 2, 5}));
  EXPECT_EQ(made.blocks.numbers, (Numbers{0, 1}));
  EXPECT_EQ(made.of_records.first_common(0, 1), 0u);
  EXPECT_EQ(made.of_records.first_common(1, 5), 1u);
  EXPECT_EQ(made.of_records.first_common(0, 2), BlocksOfRecords::none);
  EXPECT_EQ(made.of_records.first_common(3, 4), BlocksOfRecords::none);
  EXPECT_EQ(made.of_records.hashes.size(), 2u);
}

TEST(ExplodedBlocks, TheOtherPartsOfTheRuleAreEqualToo) {
  const record::RecordTable table = link::a_table(
      {"words", "town"}, {{"[x, y]", "A"}, {"[x]", "B"}, {"[y, x]", "A"}, {"[y]", ""}});
  const ExplodedBlocks made = explode(table, "l.words = r.words AND l.town = r.town", {"words"});
  EXPECT_EQ(made.blocks.records, (Numbers{0, 2, 0, 2}));
  EXPECT_EQ(made.of_records.first_common(0, 1), BlocksOfRecords::none);
}

TEST(ExplodedBlocks, OfTwoListsEveryChoiceIsAKey) {
  const record::RecordTable table = link::a_table(
      {"a", "b"}, {{"[x, y]", "[1, 2]"}, {"[y]", "[2, 3]"}, {"[x]", "[3]"}, {"[y]", ""}});
  const ExplodedBlocks made = explode(table, "l.a = r.a AND l.b = r.b", {"a", "b"});
  EXPECT_EQ(made.blocks.records, (Numbers{0, 1}));
}

TEST(ExplodedBlocks, WhoIsLeftOutMeetsNobody) {
  const record::RecordTable table = link::a_table({"a"}, {{"[x]"}, {"[x]"}, {"[x]"}});
  const ExplodedBlocks made = explode(table, "l.a = r.a", {"a"}, {false, true, false});
  EXPECT_EQ(made.blocks.records, (Numbers{0, 2}));
}

}  // namespace
}  // namespace sanaq::splink
