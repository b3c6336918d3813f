#include "sanaq/estimate/connection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>

#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

using Masks = std::vector<std::uint32_t>;

// Lists A and B share six, C shares nobody.
const std::vector<std::int64_t> third_apart{0, 40, 30, 6, 20, 0, 0, 0};

// Lists of up to five, some of which did not cover everybody.
CaptureTable some_table(num::Rng& rng) {
  CaptureTable table{{"A", "B", "C", "D", "E"}, {}};
  const std::uint64_t cells = 1 + rng.below(8);
  for (std::uint64_t i = 0; i < cells; ++i) {
    const auto listed = static_cast<std::uint32_t>(1 + rng.below(31));
    table.cells.push_back({listed, static_cast<std::uint32_t>(rng.below(32)) & ~listed,
                           static_cast<std::int64_t>(rng.below(5))});
  }
  return table;
}

}  // namespace

TEST(Connection, FindsTheListThatMeetsNoOther) {
  EXPECT_EQ(groups_that_share(table_of_counts(third_apart)), (Masks{3, 4}));
}

TEST(Connection, ReachesThroughAThirdList) {
  EXPECT_EQ(groups_that_share(table_of_counts({0, 1, 1, 0, 1, 3, 3, 0})), (Masks{7}));
}

TEST(Connection, CountsThoseOnTwoLists) {
  EXPECT_EQ(on_two_lists_or_more(third_apart), 6);
  EXPECT_EQ(on_two_lists_or_more(table_of_counts(third_apart)), 6);
}

TEST(Connection, TwoListsMeetAmongThoseWhomBothCovered) {
  // B did not cover the 50 of the last cell.
  const CaptureTable table{{"A", "B"}, {{1, 0, 10}, {2, 0, 20}, {3, 0, 5}, {1, 2, 50}}};
  const Meeting both = meeting(table, 1, 2);
  EXPECT_EQ(both.covered, 35);
  EXPECT_EQ(both.on_first, 15);
  EXPECT_EQ(both.on_second, 25);
  EXPECT_EQ(both.on_both, 5);
}

TEST(Connection, ListsThatNeverCoveredTheSamePersonArePartsOfTheirOwn) {
  const CaptureTable parts{{"A", "B", "C", "D"}, {{1, 12, 10}, {3, 12, 5}, {4, 3, 8}, {12, 3, 2}}};
  EXPECT_EQ(groups_that_cover(parts), (Masks{3, 12}));
  EXPECT_EQ(most_that_cover(parts), 2);
  EXPECT_EQ(groups_that_cover(table_of_counts(third_apart)), (Masks{7}));
  EXPECT_EQ(most_that_cover(table_of_counts(third_apart)), 3);
  EXPECT_EQ(names_of(groups_that_cover(parts)[1], parts), "C, D");
}

// A slow twin: lists are of one group exactly if a walk over shared persons leads from one to the
// other.
RC_GTEST_PROP(Connection, GroupsAreWhatAWalkReaches, (std::uint64_t seed)) {
  num::Rng rng(seed, "walk");
  const CaptureTable table = some_table(rng);
  bool reaches[5][5] = {};
  for (const Cell& cell : table.cells) {
    for (int i = 0; i < 5 && cell.count > 0; ++i) {
      for (int j = 0; j < 5; ++j)
        reaches[i][j] = reaches[i][j] || ((cell.listed >> i) & (cell.listed >> j) & 1U) != 0;
    }
  }
  for (int over = 0; over < 5; ++over) {
    for (int i = 0; i < 5; ++i) {
      for (int j = 0; j < 5; ++j)
        reaches[i][j] = reaches[i][j] || (reaches[i][over] && reaches[over][j]);
    }
  }
  const Masks groups = groups_that_share(table);
  for (int i = 0; i < 5; ++i) {
    for (int j = 0; j < 5; ++j) {
      const bool is_one = std::any_of(groups.begin(), groups.end(), [&](std::uint32_t group) {
        return ((group >> i) & (group >> j) & 1U) != 0;
      });
      RC_ASSERT(is_one == reaches[i][j]);
    }
  }
}

}  // namespace sanaq::estimate
