#include "sanaq/tables/sheet_reports.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/spreadsheet.h"
#include "tables/made_sheets.h"

namespace sanaq::tables {
namespace {

using record::Field;

std::string cell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

IngestedList read(const std::string& bytes) {
  base::Progress progress;
  ListSource source;
  source.name = "morgue";
  source.path = "morgue.xlsx";
  return ingest_bytes(source, bytes, progress);
}

bool says(const IngestedList& list, const std::string& words) {
  for (const base::Message& warning : list.warnings) {
    if (warning.english().find(words) != std::string::npos) return true;
  }
  return false;
}

const std::string header =
    "<row r=\"1\">" + cell("A1", "ФИО") + cell("B1", "Дата") + cell("C1", "Примечание") + "</row>";

std::string row_of(int row, const std::string& name, const std::string& attributes = "") {
  const std::string number = std::to_string(row);
  return "<row r=\"" + number + "\" " + attributes + ">" + cell("A" + number, name) + "</row>";
}

TEST(SheetReports, AMergedValueBelongsToEachOfItsRows) {
  const std::string sheet =
      "<worksheet><sheetData>" + header + "<row r=\"2\">" + cell("A2", "Тасов Болат") +
      cell("B2", "2011-12-16") + cell("C2", "a note") + "</row>" + row_of(3, "Кулов Асан") +
      row_of(4, "Сабов Ержан") + row_of(5, "Осков Данияр") +
      "</sheetData><mergeCells><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"C2:C5\"/></mergeCells>"
      "</worksheet>";
  const IngestedList list = read(made_xlsx(sheet));
  const record::Column* dates = list.records.find(Field::date);
  ASSERT_NE(dates, nullptr);
  EXPECT_EQ(dates->canonical[dates->codes[0]], "2011-12-16");
  EXPECT_EQ(dates->codes[1], dates->codes[0]);
  EXPECT_EQ(dates->codes[2], dates->codes[0]);
  EXPECT_EQ(dates->codes[3], 0U);
  EXPECT_TRUE(says(list, "2 cells stand under a merged one"));  // a note is no field
}

TEST(SheetReports, RangesOverOneAnotherEndWell) {
  std::string merged;
  for (int at = 0; at < 2000; ++at) merged += "<mergeCell ref=\"B2:B1048576\"/>";
  std::string rows = header;
  for (int row = 2; row < 300; ++row) rows += row_of(row, "Тасов Болат");
  EXPECT_EQ(read(made_xlsx("<worksheet><sheetData>" + rows + "</sheetData><mergeCells>" + merged +
                           "</mergeCells></worksheet>"))
                .records.record_count(),
            298U);
}

TEST(SheetReports, HiddenRowsAreReadAndSaid) {
  const IngestedList list =
      read(made_xlsx(sheet_of(header + row_of(2, "Тасов Болат") +
                              row_of(3, "Кулов Асан", "hidden=\"1\"") + row_of(4, "Сабов Ержан"))));
  EXPECT_EQ(list.records.record_count(), 3U);
  EXPECT_TRUE(says(list, "1 rows are hidden in the sheet and were read: 3"));
}

TEST(SheetReports, RowsToSkipAreSaidAsTheyAreWritten) {
  IngestedList list;
  SheetNotes notes;
  for (std::int64_t row = 2; row < 40; ++row) list.records.rows.push_back(row);
  notes.struck_rows = {4, 7, 8, 9, 12};
  report_notes(notes, {}, list);
  EXPECT_TRUE(says(list, "skip_rows = [4, \"7-9\", 12]"));
}

TEST(SheetReports, AFormulaWithoutAResultIsReported) {
  const IngestedList list = read(made_xlsx(
      sheet_of(header + "<row r=\"2\">" + cell("A2", "Тасов Болат") +
               "<c r=\"B2\"><f>A1</f></c></row>" + "<row r=\"3\">" + cell("A3", "Кулов Асан") +
               "<c r=\"B3\" t=\"str\"><f>A1</f><v></v></c></row>")));
  ASSERT_EQ(list.bad_cells.size(), 1U);  // an empty text is a result
  EXPECT_EQ(list.bad_cells[0].row, 2);
  EXPECT_EQ(list.bad_cells[0].column, "Дата");
}

TEST(SheetReports, OdsNotesTheSame) {
  const auto text = [](const char* words) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + std::string(words) +
           "</text:p></table:table-cell>";
  };
  const std::string bytes = made_ods(
      "<table:table table:name=\"A\"><table:table-row>" + text("ФИО") + text("Место") +
      "</table:table-row><table:table-row>" + text("Тасов Болат") +
      "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\">"
      "<text:p>Аксай</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:visibility=\"collapse\">" +
      text("Кулов Асан") + "<table:covered-table-cell/></table:table-row><table:table-row>" +
      text("Сабов Ержан") +
      "<table:table-cell table:formula=\"of:=[.A1]\"/></table:table-row></table:table>");
  const auto workbook = open_workbook(bytes, FileKind::ods, "test");
  const auto rows = workbook->rows(0);
  std::vector<std::string_view> cells;
  while (rows->next(cells)) rows->release();
  const SheetNotes& notes = *rows->notes();
  EXPECT_EQ(notes.hidden_rows, (std::vector<std::int64_t>{3}));
  ASSERT_EQ(notes.merged.size(), 1U);
  EXPECT_EQ(notes.merged[0].first.row, 2);
  EXPECT_EQ(notes.merged[0].last.row, 3);
  EXPECT_EQ(notes.merged[0].first.column, 2U);
  ASSERT_EQ(notes.without_result.size(), 1U);
  EXPECT_EQ(notes.without_result[0].row, 4);
}

TEST(SheetReports, DatesAMinuteShortOfMidnightAreSaid) {
  IngestedList list;
  SheetNotes notes;
  notes.times[2] = {10, 9};
  report_notes(notes, {{"ФИО", std::nullopt}, {"Дата", std::nullopt}}, list);
  EXPECT_TRUE(says(list, "a day early"));
  IngestedList other;
  notes.times[2] = {10, 1};
  report_notes(notes, {{"ФИО", std::nullopt}, {"Дата", std::nullopt}}, other);
  EXPECT_TRUE(other.warnings.empty());
}

}  // namespace
}  // namespace sanaq::tables
