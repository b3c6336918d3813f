#include "sanaq/casefile/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
using test::day;

TEST(Calendar, MonthsOfUnequalLengthEndOnTheirLastDay) {
  EXPECT_EQ(add_months(day("2012-01-31"), 1), day("2012-02-29"));
  EXPECT_EQ(add_months(day("2011-01-31"), 1), day("2011-02-28"));
  EXPECT_EQ(add_months(day("2012-02-29"), 12), day("2013-02-28"));
  EXPECT_EQ(add_months(day("2012-02-29"), 48), day("2016-02-29"));
  EXPECT_EQ(add_months(day("2011-08-31"), 66), day("2017-02-28"));
  EXPECT_EQ(add_months(day("2011-12-16"), 84), day("2018-12-16"));
  EXPECT_EQ(add_months(day("1900-01-31"), 1), day("1900-02-28"));
  EXPECT_EQ(add_months(day("2000-01-31"), 1), day("2000-02-29"));
}

RC_GTEST_PROP(Calendar, AMonthIsTwentyEightToThirtyOneDays, ()) {
  const auto from = *rc::gen::inRange(0, 40'000);
  const auto to = add_months(from, 1);
  RC_ASSERT(to - from >= 28 && to - from <= 31);
  RC_ASSERT(add_months(from + 1, 7) >= add_months(from, 7));
}

TEST(Calendar, AMomentIsAMinuteAndADayAllItsMinutes) {
  const auto noon = read_moment("2011-12-16T12:00"), whole = read_moment("2011-12-16");
  ASSERT_TRUE(noon && whole);
  EXPECT_TRUE(noon->is_exact());
  EXPECT_EQ(whole->high - whole->low, 24 * 60 - 1);
  EXPECT_EQ(noon->low - whole->low, 12 * 60);
  for (const char* text : {"2011-12-16T24:00", "2011-12-16T1200", "2011-12T12:00", "noon", ""})
    EXPECT_FALSE(read_moment(text)) << text;
}

}  // namespace sanaq::casefile
