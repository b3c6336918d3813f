#include "sanaq/link/linkable_records.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(LinkableRecords, WithoutANameAndANumberOfItsOwnARecordIsTooPoor) {
  Rows rows;
  for (int person = 0; person < 30; ++person)
    rows.push_back({"given" + std::to_string(person) + " family" + std::to_string(person % 7),
                    person % 2 == 0 ? "m" : "f"});
  rows.push_back({"", "m"});
  const record::RecordTable table = a_table({"name", "sex"}, rows);
  Columns columns = columns_of(table);
  const std::vector<bool> linkable = linkable_records(table, columns, as_they_stand(table));
  EXPECT_TRUE(linkable[0]);
  EXPECT_FALSE(linkable[30]);
}

}  // namespace
}  // namespace sanaq::link
