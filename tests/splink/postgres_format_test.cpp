// What PostgreSQL 15 answered to to_timestamp and to_date of the same text and format.
#include "sanaq/splink/postgres_format.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

std::string read(std::string_view format, std::string_view text) {
  const auto known = PostgresFormat::of(format);
  if (!known) return "not known";
  const auto moment = known->read(text);
  return moment ? moment_text(*moment) : "null";
}

TEST(PostgresFormat, ReadsWholeDatesAndTimes) {
  EXPECT_EQ(read("YYYY-MM-DD", "1985-02-27"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("DD/MM/YYYY", "27/02/1985"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("YYYYMMDD", "19850227"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("YYYY-MM-DD\"T\"HH24:MI:SS", "1985-02-27T10:20:30Z"), "1985-02-27 10:20:30");
  EXPECT_EQ(read("DD Month YYYY", "27 February 1985"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("DD-MON-YY", "27-feb-85"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("YYYY-DDD", "1985-058"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("HH12:MI PM", "12:05 am"), "0000-01-01 00:05:00");
  EXPECT_EQ(read("YYYY-MM-DD HH24:MI:SS.MS", "1985-02-27 10:20:30.5"), "1985-02-27 10:20:30.5");
}

TEST(PostgresFormat, IsAsLenientAsPostgreSql) {
  EXPECT_EQ(read("YYYY-MM-DD", "1985"), "1985-01-01 00:00:00");
  EXPECT_EQ(read("YYYY-MM-DD", "1985/2/27 and more"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("YYYY-MM-DD", " 1985 - 2 - 27"), "1985-02-27 00:00:00");
  EXPECT_EQ(read("YYYY-MM-DD", "1985-00-00"), "1985-01-01 00:00:00");
}

TEST(PostgresFormat, RefusesWhatPostgreSqlStopsAt) {
  for (const char* text : {"1985-02-30", "1985-13-01", "born", "1985--2-27", "99999999999-01-01"})
    EXPECT_EQ(read("YYYY-MM-DD", text), "null") << text;
  for (const char* text : {"850227", "1985227", "198502271"})
    EXPECT_EQ(read("YYYYMMDD", text), "null") << text;
  EXPECT_EQ(read("HH24:MI", "24:00"), "null");
  EXPECT_EQ(read("HH12:MI", "13:00"), "null");
}

// Days of every year are those of the calendar, of years beyond it too.
TEST(PostgresFormat, CountsDaysAsTheCalendarDoes) {
  const auto day = [](int year, const std::string& rest) {
    return PostgresFormat::of("YYYY-MM-DD")->read(std::to_string(year) + rest)->day();
  };
  for (int year = 1; year < 4000; ++year)
    ASSERT_EQ(day(year, "-12-31") + 1, day(year + 1, "-01-01")) << year;
  EXPECT_EQ(day(1970, "-01-01"), 0);
  EXPECT_EQ(day(2000, "-03-01"), 11017);
  EXPECT_EQ(day(1985227, "-03-01") - day(1985227, "-02-28"), 1);
  EXPECT_EQ(day(1985228, "-03-01") - day(1985228, "-02-28"), 2);
}

// Splink's own format for moments: TH belongs to DD, and H24 is letters.
TEST(PostgresFormat, TakesAnEndingOfANumberForAnEnding) {
  EXPECT_EQ(read("YYYY-MM-DDTHH24:MI:SS", "1985-02-27T10:20:30Z"), "1985-02-27 00:00:30");
}

TEST(PostgresFormat, KnowsWhichWordsItDoesNotRead) {
  for (const char* format : {"IYYY-IW", "YYYY-Q", "J", "YYYY-MM-DD TZ", "FXYYYY", "D", "Y,YYY"})
    EXPECT_FALSE(PostgresFormat::of(format).has_value()) << format;
}

}  // namespace
}  // namespace sanaq::splink
