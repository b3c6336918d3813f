#include "sanaq/tables/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

std::string gregorian(Calendar calendar, int year, std::optional<int> month = {},
                      std::optional<int> day = {}) {
  const auto date = date_in(calendar, year, month, day);
  return date ? record::to_edtf(*date) : "none";
}

// Days that the calendars' own tables name: Nowruz of 1390 and 1403, the first of Muharram 1433.
TEST(DateIn, DaysOfOtherCalendarsAreGregorianDays) {
  EXPECT_EQ(gregorian(Calendar::jalali, 1390, 9, 25), "2011-12-16");
  EXPECT_EQ(gregorian(Calendar::jalali, 1390, 1, 1), "2011-03-21");
  EXPECT_EQ(gregorian(Calendar::jalali, 1403, 1, 1), "2024-03-20");
  EXPECT_EQ(gregorian(Calendar::hijri, 1433, 1, 21), "2011-12-16");
  EXPECT_EQ(gregorian(Calendar::hijri, 1433, 1, 1), "2011-11-26");
  EXPECT_EQ(gregorian(Calendar::buddhist, 2554, 12, 16), "2011-12-16");
}

TEST(DateIn, AYearOrAMonthIsAnIntervalOfDays) {
  EXPECT_EQ(gregorian(Calendar::jalali, 1390), "2011-03-21/2012-03-19");
  EXPECT_EQ(gregorian(Calendar::jalali, 1390, 9), "2011-11-22/2011-12-21");
  EXPECT_EQ(gregorian(Calendar::hijri, 1433), "2011-11-26/2012-11-14");
  EXPECT_EQ(gregorian(Calendar::buddhist, 2554), "2011");
}

TEST(DateIn, ADayThatTheCalendarDoesNotHaveIsNone) {
  EXPECT_EQ(gregorian(Calendar::jalali, 1390, 12, 30), "none");  // 1391 is the leap year
  EXPECT_EQ(gregorian(Calendar::jalali, 1391, 12, 30), "2013-03-20");
  EXPECT_EQ(gregorian(Calendar::hijri, 1433, 1, 31), "none");
  EXPECT_EQ(gregorian(Calendar::jalali, 1390, 13), "none");
  EXPECT_EQ(gregorian(Calendar::jalali, 0), "none");
  EXPECT_EQ(gregorian(Calendar::buddhist, 500), "none");
}

TEST(MonthIn, TheNamesOfMonthsInPersianArabicAndLatinLetters) {
  EXPECT_EQ(month_in(Calendar::jalali, "آذر ۱۳۹۰").first, 9);
  EXPECT_EQ(month_in(Calendar::jalali, "azar 1390").first, 9);
  EXPECT_EQ(month_in(Calendar::hijri, "جمادى الأولى 1433").first, 5);
  EXPECT_EQ(month_in(Calendar::hijri, "رمضان").first, 9);
  EXPECT_EQ(month_in(Calendar::gregorian, "azar 1390").first, 0);
}

TEST(CalendarsOf, AYearMayBeOfSeveral) {
  EXPECT_EQ(calendars_of(1390, 2010, 2012), std::vector<Calendar>{Calendar::jalali});
  EXPECT_EQ(calendars_of(1433, 2010, 2012), std::vector<Calendar>{Calendar::hijri});
  EXPECT_EQ(calendars_of(2554, 2010, 2012), std::vector<Calendar>{Calendar::buddhist});
  EXPECT_EQ(calendars_of(1390, 1891, 2011),
            (std::vector<Calendar>{Calendar::hijri, Calendar::jalali}));
  EXPECT_TRUE(calendars_of(1011, 1891, 2011).empty());
}

TEST(CalendarNamed, AsTheSettingIsWritten) {
  for (const Calendar calendar : {Calendar::hijri, Calendar::jalali, Calendar::buddhist})
    EXPECT_EQ(calendar_named(calendar_name(calendar)), calendar);
  EXPECT_EQ(calendar_named(""), Calendar::gregorian);
}

RC_GTEST_PROP(DateIn, ADayLiesInItsMonthAndAMonthInItsYear, ()) {
  const auto calendar = *rc::gen::element(Calendar::hijri, Calendar::jalali, Calendar::buddhist);
  const int year = *rc::gen::inRange(1200, 1600), month = *rc::gen::inRange(1, 13),
            day = *rc::gen::inRange(1, 30);
  const auto one = date_in(calendar, year, month, day), within = date_in(calendar, year, month, {}),
             whole = date_in(calendar, year, {}, {});
  RC_ASSERT(one && within && whole);
  RC_ASSERT(one->first_day == one->last_day);
  RC_ASSERT(within->first_day <= one->first_day && one->last_day <= within->last_day);
  RC_ASSERT(whole->first_day <= within->first_day && within->last_day <= whole->last_day);
}

}  // namespace
}  // namespace sanaq::tables
