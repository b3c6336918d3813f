#include "sanaq/exchange/reviewed_pairs.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
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

const std::string header = "list_l,record_l,list_r,record_r,label\n";

std::string complaint(const std::string& table) {
  try {
    (void)reviewed_pairs(read_labels(table, "pairs.csv"), "pairs.csv", two_lists());
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReviewedPairs, RecordsAreNamedByIdOrRow) {
  const Labels labels = read_labels(
      "label,list_l,record_l,list_r,record_r\n1,morgue,1,union,#3\n,morgue,1,morgue,2\n"
      "0,morgue,2,union,#2\n",
      "pairs.csv");
  EXPECT_EQ(labels.not_judged, 1);
  EXPECT_EQ(labels.rows, (std::vector<std::int64_t>{2, 4}));
  EXPECT_EQ(labels.pairs[1].record_left, "2");
  const std::vector<link::Decision> pairs = reviewed_pairs(labels, "pairs.csv", two_lists());
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].left, 0u);
  EXPECT_EQ(pairs[0].right, 3u);
  EXPECT_TRUE(pairs[0].same);
  EXPECT_EQ(pairs[1].right, 2u);
  EXPECT_FALSE(pairs[1].same);
}

TEST(ReviewedPairs, EveryComplaintNamesRowAndColumn) {
  EXPECT_NE(
      complaint(header + "morgue,1,union,9,1\n").find("row 2, column record_r: list union has no"),
      std::string::npos);
  EXPECT_NE(complaint(header + "morgue,1,union,7,1\n").find("several records 7"),
            std::string::npos);
  EXPECT_NE(complaint(header + "morgue,1,morgue,2,yes\n").find("row 2, column label: yes"),
            std::string::npos);
  EXPECT_NE(complaint(header + "morgue,1,morgue,1,1\n").find("the same one"), std::string::npos);
  EXPECT_NE(complaint(header + "morgue,,union,7,1\n").find("row 2: record_l is missing"),
            std::string::npos);
  EXPECT_NE(complaint("list_l,record_l\nmorgue,1\n").find("no column list_r"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::exchange
