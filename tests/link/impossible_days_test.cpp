#include "sanaq/link/impossible_days.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

std::string value_of(const Columns& columns, std::uint32_t record) {
  return columns.features[0].values[columns.features[0].codes[record]];
}

// The 33rd of a month is a slip of one part: the others still tell who it was.
TEST(ImpossibleDays, ADayThatDoesNotExistIsComparedByItsDigits) {
  record::RecordTable table = a_table({"birth"}, {{"1930-03-31"},
                                                  {"33.03.1930"},
                                                  {"1961-15-12"},
                                                  {"00.03.1930"},
                                                  {"99.99.1930"},
                                                  {"unknown"}});
  for (std::size_t code = 2; code < 7; ++code) table.columns[0].canonical[code] = "";  // not read
  const Columns columns = columns_of(table);
  EXPECT_EQ(value_of(columns, 1), "19300333");
  EXPECT_EQ(value_of(columns, 2), "19611512");
  for (std::uint32_t record = 3; record < 6; ++record) EXPECT_EQ(value_of(columns, record), "");
}

TEST(ImpossibleDays, ADayOfPartsThatDoesNotExistKeepsThePartThatTheTableLeftOut) {
  record::RecordTable table = a_table({"birth", "birth_year", "birth_month", "birth_day"},
                                      {{"1930-03", "1930", "3", "33"},
                                       {"1930-03-31", "1930", "3", "31"},
                                       {"1930-03", "1930", "3", ""},
                                       {"1930-03", "1930", "3", "0"}});
  const Columns columns = columns_of(table);
  EXPECT_EQ(value_of(columns, 0), "19300333");
  EXPECT_EQ(value_of(columns, 1), "19300331");
  EXPECT_EQ(value_of(columns, 2), "1930-03");
  EXPECT_EQ(value_of(columns, 3), "1930-03");
}

TEST(ImpossibleDays, AreEightDigitsThatCouldBeASlip) {
  EXPECT_TRUE(is_impossible_day("19300333"));
  EXPECT_TRUE(is_impossible_day("19610229"));
  EXPECT_FALSE(is_impossible_day("19600229")) << "a leap year";
  for (const char* other : {"19300300", "19309933", "93003331", "1930333", "", "1930-33"})
    EXPECT_FALSE(is_impossible_day(other)) << other;
}

}  // namespace
}  // namespace sanaq::link
