#include "sanaq/estimate/capture_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {

TEST(CaptureTable, WhatIsNoTableIsRefused) {
  const std::vector<std::string> two{"A", "B"};
  EXPECT_NO_THROW(check_table({two, {{1, 0, 5}, {1, 2, 1}}}));
  EXPECT_THROW(check_table({{"A"}, {{1, 0, 5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{0, 0, 5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{1, 0, -5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{4, 0, 5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{1, 4, 5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{3, 2, 5}}}), base::Error);
  EXPECT_THROW(check_table({two, {{1, 0, 0}}}), base::Error);
  EXPECT_THROW(check_table({std::vector<std::string>(33, "A"), {{1, 0, 5}}}), base::Error);
  EXPECT_NO_THROW(check_table({std::vector<std::string>(32, "A"), {{~0U, 0, 5}}}));
}

RC_GTEST_PROP(CaptureTable, TheOrderOfCellsDoesNotMatter, (std::uint64_t seed)) {
  num::Rng rng(seed, "cells");
  CaptureTable table{{"A", "B", "C"}, {}};
  for (int i = 0; i < 12; ++i) {
    const auto listed = static_cast<std::uint32_t>(1 + rng.below(7));
    table.cells.push_back({listed, static_cast<std::uint32_t>(rng.below(8)) & ~listed,
                           static_cast<std::int64_t>(rng.below(4))});
  }
  CaptureTable other = table;
  const auto order = rng.permutation(12);
  for (std::size_t i = 0; i < 12; ++i) other.cells[i] = table.cells[order[i]];
  const auto a = ordered(table).cells, b = ordered(other).cells;
  RC_ASSERT(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    RC_ASSERT(a[i].listed == b[i].listed && a[i].not_covered == b[i].not_covered &&
              a[i].count == b[i].count);
  }
  RC_ASSERT(ordered(table).observed() == table.observed());
}

TEST(CaptureTable, OverlapHasListSizesOnItsDiagonal) {
  const auto table = table_of_counts({0, 1, 2, 4, 8, 16, 32, 64});
  const std::vector<std::int64_t> expected{85, 68, 80, 68, 102, 96, 80, 96, 120};
  EXPECT_EQ(overlap(table), expected);
  EXPECT_EQ(persons_of_each_list(table), (std::vector<std::int64_t>{85, 102, 120}));
  EXPECT_EQ(persons_on_lists(table), (std::vector<std::int64_t>{0, 11, 52, 64}));
}

TEST(CaptureTable, GoodListsGiveNoReason) {
  EXPECT_TRUE(reasons_in_table(table_of_counts({0, 20, 30, 9, 40, 8, 7, 6})).empty());
}

TEST(CaptureTable, AThinOverlapIsAReasonAndAnEmptyOneIsSaidElsewhere) {
  EXPECT_EQ(reasons_in_table(table_of_counts({0, 20, 30, 3, 50, 2, 1, 0})).front().english(),
            "only 6 persons are on two lists or more: too few for a number");
  EXPECT_TRUE(reasons_in_table(table_of_counts({0, 20, 30, 0, 40, 0, 0, 0})).empty());
}

}  // namespace sanaq::estimate
