#include "sanaq/tables/sample.h"

#include <gtest/gtest.h>

#include "sanaq/tables/limits.h"

namespace sanaq::tables {

TEST(Sample, HasTheFirstRowsTrimmedAndLeavesTheSourceAtItsBeginning) {
  const std::string text = " name ;age\nA. Kulov ; 30\n";
  CsvRows rows(text, ';', "test");
  EXPECT_EQ(sample_of(rows), (SampledRows{{"name", "age"}, {"A. Kulov", "30"}}));
  std::vector<std::string_view> cells;
  ASSERT_TRUE(rows.next(cells));
  EXPECT_EQ(rows.row(), 1);
}

TEST(Sample, EndsAtItsLimit) {
  std::string text;
  for (std::size_t row = 0; row < sampled_rows + 5; ++row) text += "a;b\n";
  CsvRows rows(text, ';', "test");
  EXPECT_EQ(sample_of(rows).size(), sampled_rows);
}

TEST(Sample, AWidthEndsWithTheLastCellThatHoldsSomething) {
  EXPECT_EQ(filled_width({"a", "", "b", "", ""}), 3U);
  EXPECT_EQ(filled_width({"", ""}), 0U);
}

}  // namespace sanaq::tables
