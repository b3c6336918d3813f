#include "sanaq/tables/turned_dates.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

std::string turned(const std::vector<std::string>& values) {
  record::Column column{"date", record::Field::date, {}, {""}, {""}};
  for (const std::string& value : values) {
    column.values.push_back(value);
    column.canonical.push_back("2011-12-16");
  }
  const auto doubts = turned_dates(column);
  std::string dates;
  for (std::size_t code = 0; code < doubts.size(); ++code)
    dates += doubts[code] ? column.values[code] + " " : "";
  return dates;
}

TEST(TurnedDates, AreThoseBesideTextsWithADayAboveTwelve) {
  EXPECT_EQ(turned({"2011-04-03", "16/12/2011", "2011-05-05", "2011-12-01"}),
            "2011-04-03 2011-12-01 ");
  EXPECT_EQ(turned({"2011-04-03", "16.12.2011"}), "2011-04-03 ");
  EXPECT_EQ(turned({"2011-04-03", "12/16/2011"}), "2011-04-03 ");
}

TEST(TurnedDates, NoneWhereNothingTellsOrTheDatesHaveDaysAboveTwelveThemselves) {
  EXPECT_EQ(turned({"2011-04-03", "2011-12-01"}), "");
  EXPECT_EQ(turned({"2011-04-03", "03/04/2011", "декабрь 2011"}), "");
  EXPECT_EQ(turned({"16/12/2011", "17/12/2011"}), "");
  EXPECT_EQ(turned({"2011-04-03", "2011-12-16", "2011-12-17", "16/12/2011"}), "");
}

}  // namespace
}  // namespace sanaq::tables
