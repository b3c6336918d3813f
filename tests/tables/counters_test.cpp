#include "sanaq/tables/counters.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {
namespace {

record::Column column_of(const std::vector<std::string>& cells) {
  record::Column column;
  column.header = "#1";
  column.values = {""};
  for (const std::string& cell : cells) {
    if (cell.empty()) {
      column.codes.push_back(0);
      continue;
    }
    column.values.push_back(cell);
    column.codes.push_back(static_cast<std::uint32_t>(column.values.size() - 1));
  }
  return column;
}

}  // namespace

TEST(Counters, CountFromAnywhereAndWithSigns) {
  EXPECT_TRUE(counts_rows(column_of({"0", "1", "2", "3", "4"})));
  EXPECT_TRUE(counts_rows(column_of({"101.", "102.", "103.", "104.", "105."})));
  EXPECT_TRUE(counts_rows(column_of({"№1", "№2", "№3", "№4", "№5", "№6"})));
}

TEST(Counters, NumbersThatSaySomethingAreKept) {
  EXPECT_FALSE(counts_rows(column_of({"35", "36", "41", "7", "19", "20"})));
  EXPECT_FALSE(counts_rows(column_of({"1", "2", "3"})));  // too few to tell
  EXPECT_FALSE(counts_rows(column_of({"a1", "a2", "a3", "a4", "a5"})));
  EXPECT_FALSE(counts_rows(column_of({"850312300002", "850312300003", "850312300004",
                                      "850312300005", "850312300006"})));  // of papers
  std::vector<std::string> passports;
  for (int at = 0; at < 1000; ++at) passports.push_back(std::to_string(7'000'000 + at * 37));
  EXPECT_FALSE(counts_rows(column_of(passports)));
}

TEST(Counters, OnlyColumnsOfTheUsersOwnAreNamed) {
  IngestedList list;
  list.records.columns = {column_of({"1", "2", "3", "4", "5"}),
                          column_of({"1", "2", "3", "4", "5"})};
  list.records.columns[1].field = record::Field::id;
  find_counters(list);
  EXPECT_EQ(list.counter_headers, (std::vector<std::string>{"#1"}));
  EXPECT_EQ(list.warnings.size(), 1U);
}

}  // namespace sanaq::tables
