#include "sanaq/investigation/labels_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

TEST(LabelsCsv, BlankLabelsAreLeftOut) {
  const auto labels = read_labels(
      "list_l,record_l,list_r,record_r,label\na,1,b,2,1\na,1,b,3,\na,2,b,2,0\n", "labels.csv");
  ASSERT_EQ(labels.size(), 2u);
  EXPECT_TRUE(labels[0].match);
  EXPECT_EQ(labels[1].record_left, "2");
  EXPECT_FALSE(labels[1].match);
}

TEST(LabelsCsv, AWrongLabelAndAMissingCellAreNamed) {
  EXPECT_THROW((void)read_labels("list_l,record_l,list_r,record_r,label\na,1,b,2,yes\n", "l"),
               base::Error);
  EXPECT_THROW((void)read_labels("list_l,record_l,list_r,record_r,label\na,,b,2,1\n", "l"),
               base::Error);
  EXPECT_THROW((void)read_labels("list_l,record_l,list_r,label\na,1,b,1\n", "l"), base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
