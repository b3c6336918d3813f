#include "sanaq/link/record_order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(RecordOrder, DoesNotDependOnTheOrderOfRows) {
  Rows rows{{"abela", "korem"}, {"dunon", "lisat"}, {"merot", "sarun"}, {"zetig", "bolid"}};
  const record::RecordTable table = a_table({"surname", "town"}, rows);
  std::reverse(rows.begin(), rows.end());
  const record::RecordTable turned = a_table({"surname", "town"}, rows);
  const auto first = record_order(table), second = record_order(turned);
  for (std::size_t at = 0; at < first.size(); ++at) EXPECT_EQ(first[at], 3 - second[at]);
}

TEST(RecordOrder, PersonsAreNumberedByTheirFirstRecord) {
  EXPECT_EQ(number_persons({2, 1, 2}, {2, 0, 1}), (std::vector<std::uint32_t>{0, 1, 1}));
}

}  // namespace
}  // namespace sanaq::link
