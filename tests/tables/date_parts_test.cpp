#include "sanaq/tables/date_parts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

DateParts parts_of(std::string_view text) { return date_parts(text, Calendar::gregorian); }

TEST(DateParts, NumbersKnowTheSignBeforeThem) {
  const DateParts parts = parts_of("16. 12 / 2011");
  ASSERT_EQ(parts.numbers.size(), 3U);
  EXPECT_EQ(parts.numbers[0].value, 16);
  EXPECT_EQ(parts.numbers[1].before, '.');
  EXPECT_EQ(parts.numbers[2].before, '/');
}

TEST(DateParts, AMonthKnowsHowManyNumbersStandBeforeIt) {
  EXPECT_EQ(parts_of("16 декабря 2011").month_at, 1U);
  EXPECT_EQ(parts_of("december 16, 2011").month_at, 0U);
  EXPECT_TRUE(parts_of("декабрь или январь 2011").has_other_word);
}

TEST(DateParts, ADecadeStandsAlone) {
  EXPECT_TRUE(parts_of("1970-е").is_decade);
  EXPECT_TRUE(parts_of("1980-х").is_decade);
  EXPECT_FALSE(parts_of("10-х-1980").is_decade);
  EXPECT_EQ(parts_of("10-х-1980").month, 10);
  EXPECT_FALSE(parts_of("1975-е").is_decade);
}

TEST(DateParts, WhatStandsForANumberIsANumber) {
  ASSERT_EQ(parts_of("??.12.2011").numbers.size(), 3U);
  EXPECT_EQ(parts_of("??.12.2011").numbers[0].value, 0);
  EXPECT_FALSE(parts_of("??.12.2011").is_approximate);
  EXPECT_EQ(parts_of("2011?").numbers.size(), 1U);
  EXPECT_TRUE(parts_of("2011?").is_approximate);
}

RC_GTEST_PROP(DateParts, NoTextBreaksIt, (const std::string& text)) {
  for (const Calendar calendar : {Calendar::gregorian, Calendar::hijri, Calendar::jalali})
    (void)date_parts(text, calendar);
}

}  // namespace
}  // namespace sanaq::tables
