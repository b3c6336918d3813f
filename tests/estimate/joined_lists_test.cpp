#include "sanaq/estimate/joined_lists.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/automatic.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;
const std::vector<std::int64_t> four_lists{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};

TEST(JoinedLists, TheSmallestAreJoinedAndNobodyIsLost) {
  const CaptureTable joined = join_smallest_lists(table_of_counts(four_lists), 3);
  EXPECT_EQ(joined.lists, (std::vector<std::string>{"A", "B + C", "D"}));
  EXPECT_EQ(joined.observed(), table_of_counts(four_lists).observed());
  EXPECT_EQ(counts_by_mask(joined)[2], 60 + 50 + 7);
}

TEST(JoinedLists, NotCoveredByOneAndNotListedByTheOtherIsNotCovered) {
  CaptureTable table{{"A", "B", "C"}, {{1, 2, 30}, {5, 2, 7}, {2, 4, 1}, {3, 0, 20}}};
  const CaptureTable joined = join_smallest_lists(table, 2);  // C and B
  ASSERT_EQ(joined.lists, (std::vector<std::string>{"A", "B + C"}));
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> cells;
  for (const Cell& cell : joined.cells) cells[{cell.listed, cell.not_covered}] = cell.count;
  EXPECT_EQ((cells[{1, 2}]), 30);
  EXPECT_EQ((cells[{3, 0}]), 27);
  EXPECT_EQ((cells[{2, 0}]), 1);
}

// Eleven independent lists, N known: every method finds it, those that join say so.
TEST(JoinedLists, ManyListsStillFindTheTruth) {
  constexpr int lists = 11, total = 1500;
  num::Rng rng(8, "test.joined_lists");
  CaptureTable table;
  for (int list = 0; list < lists; ++list) table.lists.push_back("list " + std::to_string(list));
  std::map<std::uint32_t, std::int64_t> counts;
  for (int person = 0; person < total; ++person) {
    std::uint32_t listed = 0;
    for (int list = 0; list < lists; ++list)
      listed |= rng.uniform() < 0.06 + 0.015 * list ? 1U << list : 0;
    if (listed != 0) ++counts[listed];
  }
  for (const auto& [listed, count] : counts) table.cells.push_back({listed, 0, count});
  for (const Method method : {Method::thresholded, Method::chao}) {
    const Summary found =
        estimate(table, {.method = method, .draws = 1000, .checks_on_own_lists = false}, silent);
    ASSERT_TRUE(found.estimate) << method_name(method);
    EXPECT_NEAR(found.estimate->median / total, 1, 0.1) << method_name(method);
    EXPECT_EQ(found.lists.size(), 11u);
    bool says_joined = false;
    for (const base::Message& warning : found.warnings)
      says_joined = says_joined || warning.id.find("joined") != std::string::npos;
    EXPECT_EQ(says_joined, method != Method::chao) << method_name(method);
  }
}

}  // namespace
}  // namespace sanaq::estimate
