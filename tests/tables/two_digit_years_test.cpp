#include "sanaq/tables/two_digit_years.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/read_columns.h"

namespace sanaq::tables {
namespace {

using record::Column;
using record::Field;

// One record for each cell; equal cells share a code.
Column column_of(Field field, const std::vector<std::string>& cells) {
  Column column{std::string(record::field_name(field)), field, {}, {""}, {}};
  for (const std::string& cell : cells) {
    std::size_t code = 0;
    while (code < column.values.size() && column.values[code] != cell) ++code;
    if (code == column.values.size()) column.values.push_back(cell);
    column.codes.push_back(static_cast<std::uint32_t>(code));
  }
  return column;
}

struct Births {
  std::vector<std::string> canonical;  // of each record
  std::size_t bad = 0;
};

Births births_of(std::vector<Column> columns, const ListSource& source) {
  const std::vector<std::int64_t> rows = [&] {
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < columns[0].codes.size(); ++at)
      numbers.push_back(static_cast<std::int64_t>(at) + 2);
    return numbers;
  }();
  std::vector<record::BadCell> bad, doubtful;
  CellReports reports{bad, doubtful};
  const ReadingContext context{source, false, false};
  for (Column& column : columns) read_column(column, rows, context, reports);
  read_births_by_ages(columns, context, reports);
  Births births{{}, bad.size()};
  for (const std::uint32_t code : columns[0].codes)
    births.canonical.push_back(columns[0].canonical[code]);
  return births;
}

TEST(ReadBirthsByAges, AnAgeInTheRowMakesTheCenturyCertain) {
  ListSource source;
  source.first_year = source.last_year = 2011;
  const Births births = births_of({column_of(Field::birth, {"11", "12.03.10", "09", "08"}),
                                   column_of(Field::age, {"0", "101", "", "50"})},
                                  source);
  EXPECT_EQ(births.canonical, (std::vector<std::string>{"2011", "1910-03-12", "", ""}));
  EXPECT_EQ(births.bad, 2U);
}

TEST(ReadBirthsByAges, TheDayOfDeathStandsForAScopeThatIsNotSaid) {
  const Births births = births_of({column_of(Field::birth, {"76", "76 г.р.", "40"}),
                                   column_of(Field::death, {"16.12.2011", "2011", "2011"}),
                                   column_of(Field::age, {"35", "34-36", "35"})},
                                  {});
  EXPECT_EQ(births.canonical, (std::vector<std::string>{"1976", "1976", ""}));
  EXPECT_EQ(births.bad, 1U);
}

TEST(ReadBirthsByAges, RecordsOfOneCellMustAgree) {
  ListSource source;
  source.first_year = source.last_year = 2011;
  const Births births = births_of({column_of(Field::birth_year, {"10", "10", "05", "05"}),
                                   column_of(Field::age, {"1", "101", "6", "6"})},
                                  source);
  EXPECT_EQ(births.canonical, (std::vector<std::string>{"", "", "2005", "2005"}));
  EXPECT_EQ(births.bad, 2U);
}

TEST(ReadBirthsByAges, NothingIsReadWithoutAgesOrADate) {
  EXPECT_EQ(births_of({column_of(Field::birth, {"76"}), column_of(Field::age, {"35"})}, {}).bad,
            1U);
  EXPECT_EQ(births_of({column_of(Field::birth, {"76"}), column_of(Field::death, {"2011"})}, {}).bad,
            1U);
}

}  // namespace
}  // namespace sanaq::tables
