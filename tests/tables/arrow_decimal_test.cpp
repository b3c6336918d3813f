#include "sanaq/tables/arrow_decimal.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace sanaq::tables {
namespace {

std::string text_of(const char* format, std::int64_t low, std::int64_t high) {
  const std::array<std::int64_t, 4> parts = {low, high, high, high};
  return ArrowDecimal::of_format(format)->text(parts.data());
}
std::string text_of(const char* format, std::int64_t value) {
  return text_of(format, value, value < 0 ? -1 : 0);
}

TEST(ArrowDecimal, WholeNumbersStandWithoutAPoint) {
  EXPECT_EQ("1985", text_of("d:38,0", 1985));
  EXPECT_EQ("1985", text_of("d:10,2", 198500));
  EXPECT_EQ("0", text_of("d:10,2", 0));
  EXPECT_EQ("-7", text_of("d:38,0", -7));
  EXPECT_EQ("12000", text_of("d:5,-3", 12));
}

TEST(ArrowDecimal, FractionsStandWithoutZerosAtTheEnd) {
  EXPECT_EQ("12.5", text_of("d:10,2", 1250));
  EXPECT_EQ("0.05", text_of("d:10,2", 5));
  EXPECT_EQ("-0.001", text_of("d:10,3", -1));
  EXPECT_EQ("10.01", text_of("d:10,2", 1001));
}

TEST(ArrowDecimal, EachWidthIsReadWhole) {
  EXPECT_EQ("-3", text_of("d:9,0,32", -3));
  EXPECT_EQ("9223372036854775807", text_of("d:18,0,64", INT64_MAX));
  EXPECT_EQ("18446744073709551616", text_of("d:38,0", 0, 1));
  EXPECT_EQ("-170141183460469231731687303715884105728", text_of("d:38,0,128", 0, INT64_MIN));
  EXPECT_EQ("-1.8446744073709551616", text_of("d:76,19,256", 0, -1));
}

TEST(ArrowDecimal, OtherFormatsAreNone) {
  for (const char* format : {"u", "d:", "d:10", "d:10,2,17", "d:10,x", "d:10,2,128,1", "d:9,99"})
    EXPECT_FALSE(ArrowDecimal::of_format(format)) << format;
}

}  // namespace
}  // namespace sanaq::tables
