#include "sanaq/tables/table_dates.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

std::string read(const TableDates& dates, std::string_view column, std::string_view cell) {
  const auto date = dates.read(column, cell);
  if (!date) return "!";
  return *date ? record::to_edtf(**date) : "";
}

TEST(TableDates, EachColumnProvesItsOwnOrder) {
  const TableDates dates({"arrested", "released"},
                         {{"16/12/2011", "12/20/2011"}, {"03/04/2011", "03/04/2011"}});
  EXPECT_EQ(read(dates, "arrested", "03/04/2011"), "2011-04-03");
  EXPECT_EQ(read(dates, "released", "03/04/2011"), "2011-03-04");
  EXPECT_EQ(read(dates, "another", "03/04/2011"), "!");
}

TEST(TableDates, TwoThatContradictEachOtherProveNothing) {
  const TableDates dates({"start"}, {{"16/12/2011"}, {"12/20/2011"}});
  EXPECT_EQ(read(dates, "start", "03/04/2011"), "!");
}

TEST(TableDates, AreReadAsThoseOfLists) {
  const TableDates dates({"start"}, {{"40893"}, {}});
  EXPECT_EQ(read(dates, "start", "40893"), "2011-12-16");
  EXPECT_EQ(read(dates, "start", "١٦ декабря 2011?"), "2011-12-16~");
  EXPECT_EQ(read(dates, "start", "2031-01-01"), "2031-01-01");
  EXPECT_EQ(read(dates, "start", "16.12.11"), "!");
}

}  // namespace
}  // namespace sanaq::tables
