#include "sanaq/splink/sql_value.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::splink {
namespace {

SqlValue text(const char* words) { return std::string(words); }

TEST(SqlValue, TextIsReadAsWhatItStandsBeside) {
  EXPECT_EQ(compare(text("5.0"), 5.0), 0);
  EXPECT_NE(compare(text("5.0"), text("5")), 0);  // two texts
  EXPECT_EQ(compare(text("1985-2-27"), SqlMoment{476236800 + 24 * 86400, true}), 0);
  EXPECT_EQ(compare(text("[a, b]"), of(SqlList{text("a"), text("b")})), 0);
  EXPECT_FALSE(compare(text("x"), 5.0));
  EXPECT_FALSE(compare(text("x"), SqlMoment{}));
  EXPECT_FALSE(compare(SqlValue(), SqlValue()));
  EXPECT_FALSE(compare(true, 1.0));
}

TEST(SqlValue, NanIsAboveEveryNumberAndEqualsItself) {
  EXPECT_EQ(compare(std::nan(""), 1e300), 1);
  EXPECT_EQ(compare(1e300, std::nan("")), -1);
  EXPECT_EQ(compare(std::nan(""), std::nan("")), 0);
}

TEST(SqlValue, ListsAreOrderedByTheirFirstDifference) {
  const auto list = [](const char* cell) { return of(*as_list(text(cell))); };
  EXPECT_EQ(compare(list("[a, b]"), list("[a, b]")), 0);
  EXPECT_LT(*compare(list("[a]"), list("[a, b]")), 0);
  EXPECT_GT(*compare(list("[b]"), list("[a, b]")), 0);
}

TEST(SqlValue, ANumberIsFiniteAndTakesAllOfTheText) {
  EXPECT_EQ(sql_number("1e3"), 1000);
  for (const char* words : {"", "nan", "inf", "1x", " 1", "1e999"})
    EXPECT_FALSE(sql_number(words)) << words;
}

TEST(SqlValue, NumbersAreWrittenAsDatabasesWriteThem) {
  EXPECT_EQ(sql_number_text(1985), "1985");
  EXPECT_EQ(sql_number_text(-0.0), "0");
  EXPECT_EQ(sql_number_text(0.1), "0.1");
  EXPECT_EQ(sql_number_text(1e20), "1e+20");
}

TEST(SqlValue, WhatHasNoTextHasNone) {
  EXPECT_EQ(as_text(true), "true");
  EXPECT_FALSE(as_text(SqlValue()));
  EXPECT_FALSE(as_text(of(SqlList{})));
  EXPECT_EQ(as_text(SqlMoment{0, true}), "1970-01-01");
}

}  // namespace
}  // namespace sanaq::splink
