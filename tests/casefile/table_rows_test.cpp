#include "sanaq/casefile/table_rows.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {

TEST(TableRows, DatesAreReadAsEdtfAlone) {
  const auto day = read_edtf("date", "2011-12-16");
  ASSERT_TRUE(day && *day);
  EXPECT_EQ((**day).first_day, (**day).last_day);
  const auto year = read_edtf("date", "2011");
  ASSERT_TRUE(year && *year);
  EXPECT_EQ((**year).last_day - (**year).first_day, 364);
  const auto written = read_edtf("date", "16.12.2011");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().reason.english(), "not a date");
}

}  // namespace sanaq::casefile
