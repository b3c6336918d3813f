#include "sanaq/tables/digits.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

TEST(WithPlainDigits, DigitsOfAnyScriptAreDigits) {
  EXPECT_EQ(with_plain_digits("١٦/١٢/٢٠١١"), "16/12/2011");
  EXPECT_EQ(with_plain_digits("۱۳۹۰/۰۹/۲۵"), "1390/09/25");
  EXPECT_EQ(with_plain_digits("१६ १२ २०११"), "16 12 2011");
  EXPECT_EQ(with_plain_digits("３５"), "35");
  EXPECT_EQ(with_plain_digits("٣٥٫٥"), "35,5");
}

TEST(WithPlainDigits, MarksOfDirectionAreLeftOut) {
  EXPECT_EQ(with_plain_digits("\u200E16.12.2011\u200F"), "16.12.2011");
}

TEST(WithPlainDigits, OtherTextStaysAsItIs) {
  EXPECT_EQ(with_plain_digits("16 декабря"), "16 декабря");
  EXPECT_EQ(with_plain_digits("x²"), "x²");
  EXPECT_FALSE(is_beyond_ascii("2011-12-16"));
  EXPECT_TRUE(is_beyond_ascii("16 мая"));
}

RC_GTEST_PROP(WithPlainDigits, NoCellBreaksItAndNoneGrows, (const std::string& cell)) {
  RC_ASSERT(with_plain_digits(cell).size() <= cell.size());
}

}  // namespace
}  // namespace sanaq::tables
