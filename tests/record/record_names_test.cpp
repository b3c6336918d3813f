#include "sanaq/record/record_names.h"

#include <gtest/gtest.h>

namespace sanaq::record {
namespace {

using Found = std::vector<std::uint32_t>;

RecordTable two_lists() {
  RecordTable table;
  table.lists = {{"morgue", "morgue.csv", "", false}, {"union", "union.csv", "", false}};
  table.list_of = {0, 0, 1, 1, 1};
  table.ids = {"1", "#3", "7", "7", "4"};
  table.rows = {3, 4, 2, 3, 4};
  return table;
}

TEST(RecordNames, ByIdOrByRowOfTheirList) {
  const RecordTable table = two_lists();
  const RecordNames names(table);
  EXPECT_EQ(names.find("morgue", "1"), Found{0});
  EXPECT_EQ(names.find("union", "#3"), Found{3});
  EXPECT_EQ(names.find("union", "4"), Found{4});
  EXPECT_EQ(names.find("union", "7"), (Found{2, 3}));
}

TEST(RecordNames, AnIdWinsOverARow) {
  const RecordTable table = two_lists();
  EXPECT_EQ(RecordNames(table).find("morgue", "#3"), Found{1});
}

TEST(RecordNames, WhatIsNotThereIsNotFound) {
  const RecordTable table = two_lists();
  const RecordNames names(table);
  for (const char* id : {"9", "#9", "#", "#x", "#3x", ""})
    EXPECT_TRUE(names.find("union", id).empty()) << id;
  EXPECT_TRUE(names.find("hospital", "1").empty());
}

}  // namespace
}  // namespace sanaq::record
