#include "sanaq/splink/known_column.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/a_table.h"
#include "sanaq/splink/row_screen.h"

namespace sanaq::splink {
namespace {

std::unique_ptr<KnownColumn> known(const record::RecordTable& table, const std::string& made = "") {
  if (made.empty()) return know_column(table.columns[0], nullptr);
  const auto tests = plain_tests(*SqlCondition::parse(made));
  auto column = know_column(table.columns[0], tests->front().front().cell.made);
  learn_texts(*column);
  return column;
}

TEST(KnownColumn, WhatIsMadeHasOneCodeAValue) {
  const auto table = link::a_table({"a"}, {{"Ann"}, {"ann"}, {"bob"}, {""}, {"NA"}});
  const auto lower = known(table, "lower(a_l) = lower(a_r)");
  const auto code = [&](std::size_t row) { return lower->text_code(table.columns[0].codes[row]); };
  EXPECT_EQ(code(0), code(1));
  EXPECT_NE(code(0), code(2));
  EXPECT_EQ(code(3), 0u);
  EXPECT_EQ(lower->made[code(0)], "ann");
  EXPECT_FALSE(lower->makes_something_of_null());
  EXPECT_TRUE(known(table, "coalesce(a_l, 'x') = coalesce(a_r, 'x')")->makes_something_of_null());
  const auto nullif = known(table, "nullif(a_l, 'NA') = nullif(a_r, 'NA')");
  EXPECT_EQ(nullif->text_code(table.columns[0].codes[4]), 0u);
  EXPECT_TRUE(nullif->is_null(table.columns[0].codes[4]));
  EXPECT_FALSE(nullif->is_null(table.columns[0].codes[0]));
}

TEST(KnownColumn, AnEmptyTextThatIsMadeIsNotNull) {
  const auto table = link::a_table({"a"}, {{"ab"}, {"cd"}});
  const auto made = known(table, "substr(a_l, 9, 1) = substr(a_r, 9, 1)");
  EXPECT_NE(made->text_code(1), 0u);
  EXPECT_EQ(made->text_code(1), made->text_code(2));
}

TEST(KnownColumn, MomentsAreSecondsAndDays) {
  const auto table = link::a_table({"a"}, {{"1970-01-02"}, {"1970-01-02 12:00"}, {"x"}});
  const auto column = known(table);
  learn_moments(*column);
  EXPECT_EQ(column->seconds[1], 86400);
  EXPECT_EQ(column->days[2], 1);
  EXPECT_TRUE(std::isnan(column->seconds[3]));
  EXPECT_EQ(column->days[3], no_day);
  EXPECT_TRUE(column->has_times);
}

TEST(KnownColumn, ListsHaveTheirDifferentValuesOnce) {
  const auto table = link::a_table({"a"}, {{"[b, a, b]"}, {"[a]"}, {"[1, 2]"}, {""}});
  const auto column = known(table);
  learn_lists(*column);
  EXPECT_EQ(column->lists[1].size, 3u);
  EXPECT_EQ(column->lists[1].ids.size(), 2u);
  EXPECT_EQ(column->lists[2].ids.size(), 1u);
  EXPECT_TRUE(std::binary_search(column->lists[1].ids.begin(), column->lists[1].ids.end(),
                                 column->lists[2].ids[0]));
  EXPECT_EQ(column->lists[3].numbers, (std::vector<double>{1, 2}));
  EXPECT_TRUE(column->lists[1].numbers.empty());
  EXPECT_FALSE(column->lists[0].is_there);
}

TEST(KnownColumn, SharesAreOfCellsThatAreFilled) {
  const auto table = link::a_table({"a"}, {{"x"}, {"x"}, {"y"}, {"z"}, {""}});
  const auto column = known(table);
  learn_shares(*column);
  EXPECT_EQ(column->share_bits[1], -1);
  EXPECT_EQ(column->share_bits[2], -2);
  EXPECT_TRUE(std::isinf(column->share_bits[0]));
}

}  // namespace
}  // namespace sanaq::splink
