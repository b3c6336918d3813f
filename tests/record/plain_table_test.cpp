#include "sanaq/record/plain_table.h"

#include <gtest/gtest.h>

namespace sanaq::record {
namespace {

TEST(PlainTable, AColumnIsFoundByItsName) {
  const PlainTable table{2, {{"person", std::vector<std::int64_t>{1, 2}}}};
  ASSERT_NE(nullptr, table.find("person"));
  EXPECT_EQ(table.columns[0], *table.find("person"));
  EXPECT_EQ(nullptr, table.find("Person"));
}

}  // namespace
}  // namespace sanaq::record
