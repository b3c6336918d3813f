#include "sanaq/record/partial_date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::record {

TEST(PartialDate, AYearIsItsDays) {
  const auto date = make_date(2011, std::nullopt, std::nullopt);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->last_day - date->first_day, 364);
  EXPECT_EQ(to_edtf(*date), "2011");
}

TEST(PartialDate, DaysThatDoNotExistAreNone) {
  EXPECT_FALSE(make_date(2011, 2, 29));
  EXPECT_TRUE(make_date(2012, 2, 29));
  EXPECT_FALSE(make_date(2011, 13, std::nullopt));
  EXPECT_FALSE(make_date(0, 1, 1));
  EXPECT_FALSE(make_date(2011, std::nullopt, 5));
  EXPECT_FALSE(from_edtf("2011-1x"));
  EXPECT_FALSE(from_edtf("2011-12-20/2011-12-10"));
}

TEST(PartialDate, EdtfKeepsWhatIsKnown) {
  for (const char* text : {"2011-12-16", "2011-12", "2011", "1975~", "2011-12-10/2011-12-20",
                           "2011-12-10~/2011-12-20~"}) {
    const auto date = from_edtf(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_edtf(*date), text);
  }
}

TEST(DayNumber, CountsFromTheEpoch) {
  EXPECT_EQ(day_number(1970, 1, 1), 0);
  EXPECT_EQ(day_number(2000, 3, 1), 11017);
}

RC_GTEST_PROP(DayNumber, AndBackIsTheSame, ()) {
  const int number = *rc::gen::inRange(-700000, 2900000);
  const Day day = day_from_number(number);
  RC_ASSERT(day_number(day.year, day.month, day.day) == number);
}

}  // namespace sanaq::record
