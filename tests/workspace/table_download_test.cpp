#include "sanaq/workspace/table_download.h"

#include <gtest/gtest.h>

#include "tables/whole_sheets.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

tables::Sheet sheet() {
  tables::Sheet made{"Lists", {{"name"}, {"day"}}, {{"=cmd|' /C calc'!A0", "2011-12-16"}}};
  made.columns[1].cells = tables::SheetCells::days;
  return made;
}

TEST(TableDownload, AWorkbookSaysFirstWhatItIs) {
  const Bench bench("sanaq");
  const VisitByHand by_hand("/x");
  const http::Response response =
      table_download(by_hand.visit, bench, sheet(), "..\\evil/\"name", TableFile::xlsx);
  EXPECT_EQ(response.type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  const auto sheets = tables::whole_sheets(response.body, tables::FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].rows.at(1).at(1), "Lists");
  EXPECT_EQ(sheets[1].rows.at(1).at(0), "=cmd|' /C calc'!A0");
  const std::string& disposition = response.headers.at(0).second;
  EXPECT_EQ(disposition.find('/'), std::string::npos) << disposition;
  EXPECT_EQ(disposition.find('\\'), std::string::npos) << disposition;
}

TEST(TableDownload, ACsvFileIsForExcelAndRunsNothing) {
  const Bench bench("sanaq");
  const VisitByHand by_hand("/x");
  const http::Response response =
      table_download(by_hand.visit, bench, sheet(), "списки", TableFile::csv);
  EXPECT_EQ(response.body, "\xEF\xBB\xBFname;day\r\n\"'=cmd|' /C calc'!A0\";2011-12-16\r\n");
}

TEST(TableDownload, OnlyTwoFormsAreKnown) {
  EXPECT_EQ(table_file("xlsx"), TableFile::xlsx);
  EXPECT_EQ(table_file("csv"), TableFile::csv);
  EXPECT_EQ(table_file("exe"), std::nullopt);
}

}  // namespace
}  // namespace sanaq::workspace
