#include "sanaq/investigation/reviewed_pairs.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

record::RecordTable two_lists() {
  record::RecordTable records;
  records.lists = {{"morgue", "morgue.csv", "", false}, {"union", "union.csv", "", false}};
  records.list_of = {0, 0, 1, 1};
  records.ids = {"1", "2", "7", "7"};
  records.rows = {2, 3, 2, 3};
  records.identities = {"a", "b", "c", "d"};
  return records;
}

std::string complaint(const std::string& rows) {
  try {
    (void)read_reviewed_pairs("list_l,record_l,list_r,record_r,label\n" + rows, "pairs.csv",
                              two_lists());
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReviewedPairs, RecordsAreNamedByIdOrRow) {
  const ReviewedPairs read = read_reviewed_pairs(
      "label,list_l,record_l,list_r,record_r\n1,morgue,1,union,#3\n0,morgue,2,union,#2\n"
      ",morgue,1,morgue,2\n",
      "pairs.csv", two_lists());
  ASSERT_EQ(read.pairs.size(), 2u);
  EXPECT_EQ(read.pairs[0].left, 0u);
  EXPECT_EQ(read.pairs[0].right, 3u);
  EXPECT_TRUE(read.pairs[0].same);
  EXPECT_EQ(read.pairs[1].right, 2u);
  EXPECT_FALSE(read.pairs[1].same);
  EXPECT_EQ(read.not_judged, 1);
}

TEST(ReviewedPairs, EveryComplaintNamesRowAndColumn) {
  EXPECT_NE(complaint("morgue,1,union,9,1\n").find("row 2, column record_r: list union has no"),
            std::string::npos);
  EXPECT_NE(complaint("morgue,1,union,7,1\n").find("several records 7"), std::string::npos);
  EXPECT_NE(complaint("morgue,1,morgue,2,yes\n").find("row 2, column label: yes"),
            std::string::npos);
  EXPECT_NE(complaint("morgue,1,morgue,1,1\n").find("the same one"), std::string::npos);
  EXPECT_THROW((void)read_reviewed_pairs("list_l,record_l\nmorgue,1\n", "pairs.csv", two_lists()),
               base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
