#include "sanaq/tables/read_columns.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

using record::Field;

record::Column column_of(Field field, std::vector<std::string> values) {
  record::Column column{std::string(record::field_name(field)), field, {}, {""}, {}};
  for (std::string& value : values) {
    column.codes.push_back(static_cast<std::uint32_t>(column.values.size()));
    column.values.push_back(std::move(value));
  }
  return column;
}

TEST(ReadColumn, OneProofOfTheOrderServesTheWholeColumn) {
  record::Column column = column_of(Field::date, {"03/04/2011", "16/12/2011"});
  std::vector<BadCell> bad, doubtful;
  CellReports reports{bad, doubtful};
  const ListSource source;
  const ReadingContext context{source, false, false};
  read_column(column, {2, 3}, context, reports);
  EXPECT_EQ(column.canonical[1], "2011-04-03");
  record::Column torn = column_of(Field::date, {"03/04/2011", "16/12/2011", "12/16/2011"});
  read_column(torn, {2, 3, 4}, context, reports);
  ASSERT_EQ(bad.size(), 1U);
  EXPECT_EQ(bad[0].row, 2);
}

TEST(ReadColumn, AWordForNothingIsAnEmptyCellAndNoBadOne) {
  record::Column column = column_of(Field::name, {"неизвестно", "Na", "A\xEF\xBF\xBD"});
  std::vector<BadCell> bad, doubtful;
  CellReports reports{bad, doubtful};
  const ListSource source;
  const ReadingContext context{source, false, false};
  read_column(column, {2, 3, 4}, context, reports);
  EXPECT_EQ(column.canonical, (std::vector<std::string>{"", "", "Na", ""}));
  EXPECT_EQ(bad.size(), 1U);
}

TEST(AddCombinedColumns, LeaveAColumnThatIsThere) {
  std::vector<record::Column> columns = {column_of(Field::date, {"2011"}),
                                         column_of(Field::date_year, {"2012"})};
  std::vector<BadCell> bad, doubtful;
  CellReports reports{bad, doubtful};
  const ListSource source;
  const ReadingContext context{source, false, false};
  for (record::Column& column : columns) read_column(column, {2}, context, reports);
  add_combined_columns(columns, {2}, reports);
  EXPECT_EQ(columns.size(), 2U);
}

TEST(WholeOf, APartKnowsItsWholeAndAWholeHasNone) {
  EXPECT_EQ(whole_of(Field::birth_year), Field::birth);
  EXPECT_EQ(whole_of(Field::place_town), Field::place);
  EXPECT_EQ(whole_of(Field::birth), std::nullopt);
}

}  // namespace
}  // namespace sanaq::tables
