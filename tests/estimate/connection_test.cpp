#include "sanaq/estimate/connection.h"

#include <gtest/gtest.h>

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;
using Group = std::vector<std::size_t>;

const Counts third_apart{0,  40, 30, 6,
                         20, 0,  0,  0};  // lists 0 and 1 share six, list 2 shares nobody

TEST(Connection, FindsTheListThatMeetsNoOther) {
  EXPECT_EQ(connected_lists(third_apart), (std::vector<Group>{{0, 1}, {2}}));
}

TEST(Connection, ReachesThroughAThirdList) {
  EXPECT_EQ(connected_lists(Counts{0, 1, 1, 0, 1, 3, 3, 0}), (std::vector<Group>{{0, 1, 2}}));
}

TEST(Connection, NamesAListInsideAnother) {
  const Counts counts{0, 10, 0, 4, 5, 1, 0, 2};  // list 1 lies inside list 0
  EXPECT_EQ(nested_lists(counts), (std::vector<std::pair<std::size_t, std::size_t>>{{1, 0}}));
  EXPECT_TRUE(nested_lists(third_apart).empty());
}

TEST(Connection, CountsSizesAndThoseOnTwoLists) {
  EXPECT_EQ(list_sizes(third_apart), (Counts{46, 36, 20}));
  EXPECT_EQ(on_two_lists_or_more(third_apart), 6);
}

}  // namespace
}  // namespace sanaq::estimate
