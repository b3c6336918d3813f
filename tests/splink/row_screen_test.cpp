#include "sanaq/splink/row_screen.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

ScreenedRows rows_of(std::vector<std::uint32_t> codes, std::vector<std::int32_t> days) {
  ScreenedRows rows;
  rows.codes = std::move(codes);
  rows.codes.resize(rows.codes.size() + screen_padding);
  rows.days = std::move(days);
  rows.days.resize(rows.days.size() + screen_padding);
  return rows;
}

TEST(RowScreen, AddsWhatEqualityAndGapsSayAndDropsWhatIsForbidden) {
  Screen screen;
  screen.same = {100, 5};
  screen.null = {200, 0};
  screen.otherwise = {300, -5};
  ScreenStep gap;
  gap.kind = ScreenStep::Kind::gap;
  gap.days_most = 10;
  gap.holds = {400, 2};
  screen.steps = {gap};
  screen.looks_at_days = true;
  const std::vector<Screen> screens{screen};
  const std::vector<ScreenedRows> rows{
      rows_of({7, 0, 3, 4, 5, 7}, {100, no_day, 110, 111, no_day, 100})};
  std::vector<std::uint32_t> block{1, 1, 2, 0, 0, 2};
  block.resize(block.size() + screen_padding);
  const std::vector<const std::uint32_t*> forbidden{block.data()};
  const std::vector<RightRow> right{{0, 5, 0, 1}, {3, 4, 5, 1}};
  Screened screened;
  screen_pairs({screens, rows, forbidden, right, 1, 0, 3, false}, false, screened);
  const std::vector<std::uint32_t> low(screened.low.begin(), screened.low.begin() + 6);
  EXPECT_EQ(low, (std::vector<std::uint32_t>{101, 201, dropped_pattern, 301, 301, 301}));
  EXPECT_EQ(screened.pairs, 5u);
  ASSERT_EQ(screened.wanted.size(), 1u);  // 1 + 5 bits reach 3
  EXPECT_EQ(screened.wanted[0].slot, 0u);
  EXPECT_TRUE(screened.open[0].empty());
}

TEST(RowScreen, LeavesOpenWhatOnlyTheTextsCanSayAndOnlyWhereItMatters) {
  Screen screen;
  screen.otherwise = {1, -5};
  screen.open_bits_most = 4;
  screen.steps = {ScreenStep{}};
  const std::vector<Screen> screens{screen};
  const std::vector<ScreenedRows> rows{rows_of({1, 2, 3}, {0, 0, 0})};
  const std::vector<RightRow> right{{0, 2, 0, 0}};
  Screened screened;
  screen_pairs({screens, rows, {}, right, 0, 0, 3, false}, false, screened);
  ASSERT_EQ(screened.open[0].size(), 2u);
  EXPECT_EQ(screened.open[0][1].left, 1u);
  EXPECT_EQ(screened.low[1], 0u);
  screen_pairs({screens, rows, {}, right, 0, 0, 5, false}, false, screened);
  EXPECT_TRUE(screened.open[0].empty());
  screen_pairs({screens, rows, {}, right, 0, 0, 5, true}, false, screened);
  EXPECT_EQ(screened.open[0].size(), 2u);
}

}  // namespace
}  // namespace sanaq::splink
