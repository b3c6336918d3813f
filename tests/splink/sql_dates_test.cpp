#include "sanaq/splink/sql_dates.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

std::string read(const std::optional<MomentFormat>& format, const std::string& text) {
  if (!format) return "no format";
  const auto moment = format->read(text);
  return moment ? moment_text(*moment) : "none";
}

std::string strptime(const std::string& format, const std::string& text) {
  return read(MomentFormat::of_strptime(format), text);
}
std::string java(const std::string& format, const std::string& text) {
  return read(MomentFormat::of_java(format), text);
}

struct Case {
  const char *format, *text, *moment;
};

// As DuckDB 2.0.1 answered.
TEST(SqlDates, StrptimeIsReadAsDuckDbReadsIt) {
  const Case cases[] = {
      {"%Y-%m-%d", "1985-2-27", "1985-02-27 00:00:00"},
      {"%Y-%m-%d", "1985-02-30", "none"},
      {"%Y-%m-%d", " 1985-02-03 ", "1985-02-03 00:00:00"},
      {"%Y-%m-%d", "1985-02-03x", "none"},
      {"%Y-%m-%d", "85-02-03", "0085-02-03 00:00:00"},
      {"%Y-%m-%d", "19850-1-1", "none"},
      {"%Y-%m-%d", "-985-02-03", "none"},
      {"%Y-%m-%d", "1985-2-", "none"},
      {"%Y-%m-%d", "1985-002-03", "none"},
      {"%Y-%m-%d", "1985 -02-03", "none"},
      {"%Y%m%d", "19850227", "1985-02-27 00:00:00"},
      {"%Y%m%d", "1985227", "none"},
      {"%Y%m%d", "1985022", "1985-02-02 00:00:00"},
      {"%Y%m%d", "198502271", "none"},
      {"%d/%m/%y", "01/02/68", "2068-02-01 00:00:00"},
      {"%d/%m/%y", "01/02/69", "1969-02-01 00:00:00"},
      {"%d/%m/%y", "1/2/5", "2005-02-01 00:00:00"},
      {"%d %b %Y", "3  FEB 1985", "1985-02-03 00:00:00"},
      {"%d %b %Y", "3 February 1985", "none"},
      {"%d %B %Y", "3 feb 1985", "none"},
      {"%A %d %B %Y", "Monday 3 February 1985", "1985-02-03 00:00:00"},
      {"%Y-%m-%dT%H:%M:%SZ", "1985-2-3T1:2:3Z", "1985-02-03 01:02:03"},
      {"%Y-%m-%dT%H:%M:%SZ", "1985-02-03T10:20:30", "none"},
      {"%Y-%m-%dT%H:%M:%SZ", "1985-02-03T24:20:30Z", "none"},
      {"%Y-%m-%dT%H:%M:%SZ", "1985-02-03T10:20:60Z", "none"},
      {"%d/%m/%Y %H:%M", "03/02/1985", "none"},
      {"%I:%M %p %d-%m-%Y", "12:20 am 03-02-1985", "1985-02-03 00:20:00"},
      {"%I:%M %p %d-%m-%Y", "10:20 PM 03-02-1985", "1985-02-03 22:20:00"},
      {"%I:%M %p %d-%m-%Y", "13:20 pm 03-02-1985", "none"},
      {"%j %Y", "34 1985", "1985-02-03 00:00:00"},
      {"%j %Y", "366 1985", "none"},
      {"%j %Y", "366 1984", "1984-12-31 00:00:00"},
      {"%Y-%m-%d %H:%M:%S.%f", "1985-02-03 10:20:30.5", "1985-02-03 10:20:30.5"},
      {"%Y-%m-%d %H:%M:%S.%f", "1985-02-03 10:20:30.1234567", "none"},
      {"%Y-%m-%d %H:%M:%S%z", "1985-02-03 10:20:30+01:30", "1985-02-03 08:50:30"},
      {"%Y-%m-%d %H:%M:%S%z", "1985-02-03 10:20:30-0130", "1985-02-03 11:50:30"},
      {"%Y-%m-%d %H:%M:%S%z", "1985-02-03 10:20:30Z", "none"},
      {"%m-%d", "02-03", "1900-02-03 00:00:00"},
      {"%-d/%-m/%Y", "03/2/1985", "1985-02-03 00:00:00"},
      {"%x", "1985-02-03", "1985-02-03 00:00:00"},
      {"%c", "1985-02-03 10:20:30", "1985-02-03 10:20:30"},
      {"%d%%%m%%%Y", "03%02%1985", "1985-02-03 00:00:00"},
      {"%s", "5", "no format"},
      {"%G-%V-%u", "1985-05-7", "no format"},
      {"%d/%m/%", "3/2/", "no format"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(strptime(one.format, one.text), one.moment) << one.format << " of " << one.text;
}

// As Spark 4.0 answered.
TEST(SqlDates, JavasLettersAreReadAsSparkReadsThem) {
  const Case cases[] = {
      {"yyyy-MM-dd", "1985-02-03", "1985-02-03 00:00:00"},
      {"yyyy-MM-dd", "1985-2-3", "none"},
      {"yyyy-MM-dd", " 1985-02-03", "none"},
      {"yyyy-MM-dd", "1985-02-30", "none"},
      {"yyyy-MM-dd", "11985-02-03", "none"},
      {"d/M/yyyy", "003/02/1985", "1985-02-03 00:00:00"},
      {"dd/MM/yyyy", "3/2/1985", "none"},
      {"yyyyMMdd", "19850203", "1985-02-03 00:00:00"},
      {"yyMMdd", "850203", "2085-02-03 00:00:00"},
      {"d MMM yyyy", "3 feb 1985", "1985-02-03 00:00:00"},
      {"d MMMM yyyy", "3 February 1985", "1985-02-03 00:00:00"},
      {"y", "985", "0985-01-01 00:00:00"},
      {"MM-dd", "02-03", "1970-02-03 00:00:00"},
      {"yyyy-MM-dd'T'HH:mm:ssXXX", "1985-02-03T10:20:30Z", "1985-02-03 10:20:30"},
      {"yyyy-MM-dd'T'HH:mm:ssXXX", "1985-02-03T10:20:30+01:30", "1985-02-03 08:50:30"},
      {"yyyy-MM-dd'T'HH:mm:ssXXX", "1985-02-03T10:20:30", "none"},
      {"yyyy-MM-dd'T'HH:mm:ssXXX", "1985-02-03T24:20:30Z", "none"},
      {"yyyy-MM-dd HH:mm:ss.SSS", "1985-02-03 10:20:30.5", "1985-02-03 10:20:30.5"},
      {"yyyy-MM-dd HH:mm:ss.SSS", "1985-02-03 10:20:30.1234", "none"},
      {"hh:mm a dd-MM-yyyy", "10:20 PM 03-02-1985", "1985-02-03 22:20:00"},
      {"%Y-%m-%d", "1985-02-03", "no format"},
      {"yyyy-'MM", "1985-02", "no format"},
      {"yyyyy", "1985", "no format"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(java(one.format, one.text), one.moment) << one.format << " of " << one.text;
}

TEST(SqlDates, ACellSaysADayOrAMomentOrNeither) {
  const auto text = [](const char* cell) {
    const auto moment = moment_in_cell(cell);
    return moment ? moment_text(*moment) : "none";
  };
  EXPECT_EQ(text("1985-2-27"), "1985-02-27");
  EXPECT_EQ(text("1985-02-27 10:20"), "1985-02-27 10:20:00");
  EXPECT_EQ(text("1985-02-27T10:20:30.25Z"), "1985-02-27 10:20:30.25");
  EXPECT_EQ(text("1985-02-27 10:20:30+01:00"), "1985-02-27 09:20:30");
  for (const char* cell : {"", "1985", "1985-02", "1985-02-30", "1985-13-01", "27/02/1985",
                           "1985-02-27 24:00", "1985-02-27 10", "1985-02-27 10:20x"})
    EXPECT_EQ(text(cell), "none") << cell;
}

TEST(SqlDates, TheDayOfAMomentBefore1970IsItsOwn) {
  EXPECT_EQ((SqlMoment{-1, false}.day()), -1);
  EXPECT_EQ(moment_text({-1, false}), "1969-12-31 23:59:59");
}

}  // namespace
}  // namespace sanaq::splink
