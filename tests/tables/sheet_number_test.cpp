#include "sanaq/tables/sheet_number.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

TEST(NumberText, WholeNumbersHaveNoPointAndNoExponent) {
  EXPECT_EQ(number_text(35), "35");
  EXPECT_EQ(number_text(-2), "-2");
  EXPECT_EQ(number_text(123456789012345), "123456789012345");
  EXPECT_EQ(number_text(2.5), "2.5");
  EXPECT_EQ(number_text(0.1), "0.1");
}

}  // namespace
}  // namespace sanaq::tables
