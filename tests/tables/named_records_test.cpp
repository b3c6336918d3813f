#include "sanaq/tables/named_records.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

TEST(NamedRecords, AnIdThatStandsTwiceNamesNobodyAlone) {
  IngestedList list;
  list.records.lists = {{"morgue", "morgue.csv", "", false}};
  list.records.rows = {2, 3, 4};
  record::Column ids{"id", record::Field::id, {1, 1, 0}, {"", "7"}, {}};
  record::Column names{"name", record::Field::name, {1, 2, 2}, {"", "A. Kulov", "B. Tasov"}, {}};
  list.records.columns = {ids, names};
  name_records(list, true);
  EXPECT_EQ(list.records.ids, (std::vector<std::string>{"7", "7", "4"}));
  EXPECT_EQ(list.warnings.size(), 2U);
  EXPECT_NE(list.records.identities[0], list.records.identities[1]);
  EXPECT_NE(list.records.identities[1], list.records.identities[2]);
}

}  // namespace sanaq::tables
