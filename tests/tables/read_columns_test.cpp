#include "sanaq/tables/read_columns.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/reading_context.h"

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

struct Read {
  std::vector<record::BadCell> bad, doubtful;
};

Read read(std::vector<record::Column>& columns, const std::vector<std::int64_t>& rows,
          const ListSource& source = {}, bool is_spreadsheet = false) {
  Read out;
  CellReports reports{out.bad, out.doubtful};
  const ReadingContext context{source, is_spreadsheet, false};
  for (record::Column& column : columns) read_column(column, rows, context, reports);
  add_combined_columns(columns, rows, context, reports);
  return out;
}

TEST(ReadColumn, OneProofOfTheOrderServesTheWholeColumn) {
  std::vector<record::Column> columns = {column_of(Field::date, {"03/04/2011", "16/12/2011"})};
  (void)read(columns, {2, 3});
  EXPECT_EQ(columns[0].canonical[1], "2011-04-03");
  std::vector<record::Column> torn = {
      column_of(Field::date, {"03/04/2011", "16/12/2011", "12/16/2011"})};
  const Read out = read(torn, {2, 3, 4});
  ASSERT_EQ(out.bad.size(), 1U);
  EXPECT_EQ(out.bad[0].row, 2);
}

TEST(ReadColumn, AWordForNothingIsAnEmptyCellAndNoBadOne) {
  std::vector<record::Column> columns = {
      column_of(Field::name, {"неизвестно", "Na", "A\xEF\xBF\xBD"})};
  const Read out = read(columns, {2, 3, 4});
  EXPECT_EQ(columns[0].canonical, (std::vector<std::string>{"", "", "Na", ""}));
  EXPECT_EQ(out.bad.size(), 1U);
}

TEST(ReadColumn, AgesFromOneToAnotherAreReadAsSuch) {
  std::vector<record::Column> columns = {column_of(Field::age, {"35", "40-45", "60+", "пожилой"})};
  const Read out = read(columns, {2, 3, 4, 5});
  EXPECT_EQ(columns[0].canonical, (std::vector<std::string>{"", "35", "40-45", "60+", ""}));
  EXPECT_EQ(out.bad.size(), 1U);
}

TEST(ReadColumn, AYearFarFromTheScopeKeepsItsValueAndIsReported) {
  ListSource source;
  source.first_year = source.last_year = 2011;
  std::vector<record::Column> columns = {column_of(Field::death, {"16.12.2011", "16.12.2111"})};
  const Read out = read(columns, {2, 3}, source);
  EXPECT_EQ(columns[0].canonical[2], "2111-12-16");
  EXPECT_TRUE(out.bad.empty());
  ASSERT_EQ(out.doubtful.size(), 1U);
  EXPECT_EQ(out.doubtful[0].row, 3);
  EXPECT_EQ(out.doubtful[0].value, "16.12.2111");
}

TEST(ReadColumn, DatesThatASpreadsheetMayHaveTurnedAreReportedOfSpreadsheetsAlone) {
  std::vector<record::Column> columns = {column_of(Field::date, {"2011-04-03", "16/12/2011"})};
  EXPECT_EQ(read(columns, {2, 3}, {}, true).doubtful.size(), 1U);
  EXPECT_EQ(columns[0].canonical[1], "2011-04-03");
  EXPECT_TRUE(read(columns, {2, 3}).doubtful.empty());
}

TEST(AddCombinedColumns, LeaveAColumnThatIsThere) {
  std::vector<record::Column> columns = {column_of(Field::date, {"2011"}),
                                         column_of(Field::date_year, {"2012"})};
  (void)read(columns, {2});
  EXPECT_EQ(columns.size(), 2U);
}

TEST(AddCombinedColumns, AreReadInTheListsCalendar) {
  ListSource source;
  source.calendar = "jalali";
  std::vector<record::Column> columns = {column_of(Field::death_year, {"1390"}),
                                         column_of(Field::death_month, {"آذر"}),
                                         column_of(Field::death_day, {"۲۵"})};
  EXPECT_TRUE(read(columns, {2}, source).bad.empty());
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_EQ(columns[3].canonical[columns[3].codes[0]], "2011-12-16");
}

TEST(WholeOf, APartKnowsItsWholeAndAWholeHasNone) {
  EXPECT_EQ(whole_of(Field::birth_year), Field::birth);
  EXPECT_EQ(whole_of(Field::place_town), Field::place);
  EXPECT_EQ(whole_of(Field::birth), std::nullopt);
}

}  // namespace
}  // namespace sanaq::tables
