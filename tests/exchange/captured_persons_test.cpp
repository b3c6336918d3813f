#include "sanaq/exchange/captured_persons.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

record::RecordTable records_on(const std::vector<std::uint32_t>& list_of, std::size_t lists) {
  record::RecordTable records;
  for (std::size_t list = 0; list < lists; ++list)
    records.lists.push_back({"list " + std::to_string(list), "", "", false});
  records.list_of = list_of;
  return records;
}

TEST(CapturedPersons, EachPersonCountsOnceByTheListsThatTheyAreOn) {
  // Person 0 is on both lists, and twice on the first; 2 and 3 on one each; no record is person 1.
  const auto table = captured_persons(records_on({0, 0, 1, 1, 0}, 2), {0, 0, 0, 2, 3});
  EXPECT_EQ((std::vector<std::string>{"list 0", "list 1"}), table.lists);
  ASSERT_EQ(3U, table.cells.size());
  for (std::uint32_t listed = 1; listed <= 3; ++listed) {
    EXPECT_EQ(listed, table.cells[listed - 1].listed);
    EXPECT_EQ(0U, table.cells[listed - 1].not_covered);
    EXPECT_EQ(1, table.cells[listed - 1].count);
  }
}

TEST(CapturedPersons, NoRecordsAreNobody) {
  EXPECT_TRUE(captured_persons(records_on({}, 2), {}).cells.empty());
}

TEST(CapturedPersons, MoreListsThanACellHasBitsAreRefused) {
  EXPECT_NO_THROW(static_cast<void>(captured_persons(records_on({31}, 32), {0})));
  EXPECT_THROW(static_cast<void>(captured_persons(records_on({32}, 33), {0})), base::Error);
}

}  // namespace
}  // namespace sanaq::exchange
