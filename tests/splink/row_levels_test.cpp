#include "sanaq/splink/row_levels.h"

#include <gtest/gtest.h>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

// Every row with every row before it, against LevelFinder, which is asked pair by pair.
TEST(RowLevels, FindsTheLevelsThatTheSlowWayFinds) {
  const record::RecordTable table = misspelt(300);
  const Model model = a_model_of_all_kinds();
  const Levels levels(table, model);
  const Weights weights(levels);
  const ScreenPlan plan(levels, weights, {});
  EXPECT_EQ(plan.slow().size(), 1u);  // the crossed names
  RowLevels rows(levels, weights);
  const std::vector<std::uint32_t> records = link::as_they_stand(table);
  rows.lay_out(plan, records.size());
  for (std::size_t at = 0; at < plan.screens().size(); ++at) {
    const std::vector<std::uint32_t>& codes = plan.screened()[at].simple->column->column->codes;
    std::copy(codes.begin(), codes.end(), rows.codes(at));
  }
  rows.take_facts(plan, records.size());
  std::vector<RightRow> right;
  std::uint32_t slot = 0;
  for (std::uint32_t row = 1; row < records.size(); slot += row, ++row)
    right.push_back({0, row, slot, 0});
  const Screened& screened = rows.find(plan, records, {}, right, 1e30F, true);
  LevelFinder finder(levels);
  for (const RightRow& row : right) {
    for (std::uint32_t left = 0; left < row.right; ++left) {
      const std::uint32_t pattern = screened.low[row.slot + left];
      for (std::size_t at = 0; at < model.comparisons.size(); ++at)
        ASSERT_EQ(weights.level(pattern, at), finder.slow_level(at, left, row.right))
            << model.comparisons[at].name << " of rows " << left << " and " << row.right;
    }
  }
}

}  // namespace
}  // namespace sanaq::splink
