#include "sanaq/tables/doubtful_years.h"

#include <gtest/gtest.h>

#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Column;
using record::Field;

// One record for each canonical date; codes begin at 1.
Column column_of(Field field, const std::vector<std::string>& canonical) {
  Column column{"date", field, {}, {""}, {""}};
  for (const std::string& text : canonical) {
    column.codes.push_back(static_cast<std::uint32_t>(column.canonical.size()));
    column.values.push_back(text);
    column.canonical.push_back(text);
  }
  return column;
}

// The doubtful dates, and the advice to the first of them.
std::string doubted(const Column& column, const ListSource& source, std::string* advice = nullptr) {
  const auto doubts = doubtful_years(column, source);
  std::string dates;
  for (std::size_t code = 0; code < doubts.size(); ++code) {
    if (!doubts[code]) continue;
    if (advice != nullptr && dates.empty()) *advice = doubts[code]->advice.english();
    dates += (dates.empty() ? "" : " ") + column.canonical[code];
  }
  return dates;
}

ListSource scope_of(int first, int last) {
  ListSource source;
  source.first_year = first;
  source.last_year = last;
  return source;
}

TEST(DoubtfulYears, OutsideOfTheScopeAndThe120YearsBeforeIt) {
  const Column deaths = column_of(Field::death, {"2011-12-16", "2111-12-16", "1011-12-16", "2010",
                                                 "2010-01-01/2019-12-31", "", "1890~", "1891"});
  EXPECT_EQ(doubted(deaths, scope_of(2011, 2012)), "2111-12-16 1011-12-16 1890~");
  const Column births = column_of(Field::birth, {"1985", "2012", "1890"});
  EXPECT_EQ(doubted(births, scope_of(2011, 2011)), "2012 1890");
}

TEST(DoubtfulYears, SayTheCalendarInWhichTheyWouldBeLikely) {
  std::string advice;
  EXPECT_EQ(doubted(column_of(Field::death, {"1390-09-25"}), scope_of(2011, 2011), &advice),
            "1390-09-25");
  EXPECT_NE(advice.find("another calendar: jalali;"), advice.npos) << advice;
  EXPECT_NE(advice.find("calendar = \"jalali\""), advice.npos) << advice;
  (void)doubted(column_of(Field::death, {"1433-01-21"}), scope_of(2011, 2011), &advice);
  EXPECT_NE(advice.find("hijri;"), advice.npos) << advice;
  (void)doubted(column_of(Field::death, {"2554-12-16"}), scope_of(2011, 2011), &advice);
  EXPECT_NE(advice.find("buddhist;"), advice.npos) << advice;
  (void)doubted(column_of(Field::death, {"1011-12-16"}), scope_of(2011, 2011), &advice);
  EXPECT_EQ(advice.find("calendar"), advice.npos) << advice;
}

TEST(DoubtfulYears, WithoutAScopeByNineInTenOfTheColumn) {
  std::vector<std::string> dates(9, "2011-12-16");
  dates.push_back("1811");
  EXPECT_EQ(doubted(column_of(Field::death, dates), {}), "1811");
  dates[0] = "1801";  // two of ten are no slip
  EXPECT_EQ(doubted(column_of(Field::death, dates), {}), "");
  dates[0] = "1861";  // less than 150 years
  EXPECT_EQ(doubted(column_of(Field::death, {"2011", "1861"}), {}), "");
}

TEST(DoubtfulYears, AWholeColumnOfAnotherCalendarIsSaidWithoutAScope) {
  std::string advice;
  const Column deaths = column_of(Field::death, {"1390-09-25", "1390-09-26"});
  EXPECT_EQ(doubted(deaths, {}, &advice), "1390-09-25 1390-09-26");
  EXPECT_NE(advice.find("jalali"), advice.npos) << advice;
}

TEST(DoubtfulYears, YearsOfAnotherCalendarAreJudgedAsTheGregorianOnesThatTheyAre) {
  ListSource source = scope_of(2011, 2011);
  source.calendar = "jalali";
  EXPECT_EQ(doubted(column_of(Field::death_year, {"1390", "1290", "2011"}), source), "2011");
  EXPECT_EQ(doubted(column_of(Field::death, {"2011-12-16"}), source), "");
}

}  // namespace
}  // namespace sanaq::tables
