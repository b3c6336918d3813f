#include "sanaq/splink/blocked_table.h"

#include <gtest/gtest.h>

#include <set>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

TEST(BlockedTable, LaysOutCodesBlocksOfEarlierRulesAndLists) {
  const record::RecordTable table =
      link::a_table({"a", "b"}, {{"x", "11"}, {"y", "12"}, {"x", "21"}, {"y", "13"}});
  Model model;
  model.comparisons = {a_comparison("b", {equal_of("b")})};
  add_rule(model, "l.a = r.a");
  add_rule(model, "substr(l.b, 1, 1) = substr(r.b, 1, 1)");
  const Levels levels(table, model);
  base::Progress silent;
  link::Workers workers(1);
  const BlockedTable blocked = block_table(table, levels, nullptr, true, workers, silent);
  ASSERT_EQ(blocked.cells.width, 3u);
  EXPECT_EQ(blocked.cells.of(0)[0], table.columns[1].codes[0]);
  EXPECT_EQ(blocked.cells.of(0)[1], blocked.cells.of(2)[1]);
  EXPECT_NE(blocked.cells.of(0)[1], blocked.cells.of(1)[1]);
  EXPECT_EQ(blocked.cells.of(3)[2], 1u);
  EXPECT_EQ(blocked.rules[1].records, (std::vector<std::uint32_t>{0, 1, 3}));
  EXPECT_EQ(blocked.equal_columns[0].size(), 1u);
  EXPECT_TRUE(blocked.equal_columns[1].empty());
}

// Texts of the blocks that were chosen.
std::set<std::string> chosen(const link::Rows& rows, double pairs_most) {
  const record::RecordTable table = link::a_table({"a"}, rows);
  Model model;
  model.comparisons = {a_comparison("a", {equal_of("a")})};
  add_rule(model, "l.a = r.a");
  const Levels levels(table, model);
  base::Progress silent;
  link::Workers workers(1);
  const Blocks some =
      some_blocks(block_table(table, levels, nullptr, false, workers, silent), 0, pairs_most);
  std::set<std::string> texts;
  for (const std::uint32_t record : some.records) texts.insert(rows[record][0]);
  return texts;
}

TEST(BlockedTable, SomeBlocksAreChosenByTheirTextsNotByTheOrderOfRows) {
  link::Rows rows, reversed;
  for (int row = 0; row < 1000; ++row) rows.push_back({"value " + std::to_string(row / 2)});
  reversed.assign(rows.rbegin(), rows.rend());
  const std::set<std::string> some = chosen(rows, 100);
  EXPECT_GT(some.size(), 50u);
  EXPECT_LT(some.size(), 200u);
  EXPECT_EQ(chosen(reversed, 100), some);
  EXPECT_EQ(chosen(rows, 500).size(), 500u);
}

}  // namespace
}  // namespace sanaq::splink
