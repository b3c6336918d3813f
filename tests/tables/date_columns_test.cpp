#include "sanaq/tables/date_columns.h"

#include <gtest/gtest.h>

#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Field;

DateContext context_of(Field field, const ListSource& source,
                       const std::vector<std::string>& values = {""}, bool is_spreadsheet = false) {
  return date_context(field, values, {source, is_spreadsheet, false});
}

std::string read(const std::string& cell, const DateContext& context) {
  const auto date = read_whole_date(cell, context);
  return date ? *date : "!";
}

TEST(DateContextOf, OneCellProvesTheOrderUnlessAnotherProvesTheContrary) {
  const ListSource source;
  EXPECT_EQ(read("03/04/2011", context_of(Field::date, source, {"", "16/12/2011"})), "2011-04-03");
  EXPECT_EQ(read("03/04/2011", context_of(Field::date, source, {"", "12/16/2011"})), "2011-03-04");
  EXPECT_EQ(
      read("03/04/2011", context_of(Field::date, source, {"", "16/12/2011", "12/16/2011 10:00"})),
      "!");
}

TEST(DateContextOf, WhatTheListsSettingsSayGoesBefore) {
  ListSource source;
  source.dates = "mdy";
  EXPECT_EQ(read("03/04/2011", context_of(Field::date, source, {"", "16/12/2011"})), "2011-03-04");
  source.dates = "ymd";
  source.century = 1930;
  EXPECT_EQ(read("11-03-04", context_of(Field::date, source)), "2011-03-04");
  source.dates = "dmy";
  EXPECT_EQ(read("11-03-04", context_of(Field::date, source)), "2004-03-11");
}

TEST(DateContextOf, TheScopeDecidesTheCenturyWhereItLeavesOneYear) {
  ListSource source;
  source.first_year = source.last_year = 2011;
  EXPECT_EQ(read("85", context_of(Field::birth, source)), "1985");
  EXPECT_EQ(read("11", context_of(Field::birth, source)), "!");  // 1911 and 2011
  EXPECT_EQ(read("16.12.11", context_of(Field::death, source)), "2011-12-16");
  EXPECT_EQ(read("16.12.10", context_of(Field::death, source)), "!");
  EXPECT_EQ(read("85", context_of(Field::birth, ListSource{})), "!");
  source.century = 1900;
  EXPECT_EQ(read("11", context_of(Field::birth, source)), "1911");
}

TEST(DateContextOf, SerialsAreOfASpreadsheetOrOfAColumnThatHasThem) {
  const ListSource source;
  EXPECT_EQ(read("40893", context_of(Field::date, source, {"", "40893"})), "2011-12-16");
  EXPECT_EQ(read("75", context_of(Field::date, source, {"", "75"}, true)), "!");
  EXPECT_EQ(read("39431", date_context(Field::date, {"", "39431"}, {source, true, true})),
            "2011-12-16");
}

TEST(ReadParts, OfDatesInSeveralColumns) {
  EXPECT_EQ(*read_year("٢٠١١", {}), "2011");
  EXPECT_EQ(*read_year("1975~", {}), "1975~");
  EXPECT_FALSE(read_year("16.12.2011", {}));
  EXPECT_FALSE(read_year("1970-е", {}));
  EXPECT_EQ(*read_month("١٢", Calendar::gregorian), "12");
  EXPECT_EQ(*read_month("декабря", Calendar::gregorian), "12");
  EXPECT_EQ(*read_month("آذر", Calendar::jalali), "9");
  EXPECT_FALSE(read_month("13", Calendar::gregorian));
  EXPECT_EQ(*read_day("١٦"), "16");
  EXPECT_EQ(*read_day("16.0"), "16");
  EXPECT_EQ(*read_day("-"), "");
  EXPECT_FALSE(read_day("32"));
}

TEST(DateOfParts, IsReadInTheListsCalendar) {
  EXPECT_EQ(*date_of_parts("2011-12-16", Calendar::gregorian), "2011-12-16");
  EXPECT_EQ(*date_of_parts("1390-9-25", Calendar::jalali), "2011-12-16");
  EXPECT_EQ(*date_of_parts("1390--25", Calendar::jalali), "2011-03-21/2012-03-19");
  EXPECT_EQ(*date_of_parts("2554~-12-", Calendar::buddhist), "2011-12~");
  EXPECT_FALSE(date_of_parts("-12-16", Calendar::gregorian));
  EXPECT_FALSE(date_of_parts("2011-2-30", Calendar::gregorian));
}

}  // namespace
}  // namespace sanaq::tables
