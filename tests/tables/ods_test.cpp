#include "sanaq/tables/ods.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"
#include "tables/made_sheets.h"
#include "tables/whole_sheets.h"

namespace sanaq::tables {
namespace {

std::string cells(std::string_view text, std::string_view repeated = "1") {
  return "<table:table-cell table:number-columns-repeated=\"" + std::string(repeated) +
         "\" office:value-type=\"string\"><text:p>" + std::string(text) +
         "</text:p></table:table-cell>";
}
std::string rows(const std::string& inside, std::string_view repeated = "1") {
  return "<table:table-row table:number-rows-repeated=\"" + std::string(repeated) + "\">" + inside +
         "</table:table-row>";
}
std::string table(const std::string& inside) {
  return "<table:table table:name=\"A\">" + inside + "</table:table>";
}

std::string refusal(const std::string& tables) {
  try {
    (void)whole_sheets(made_ods(tables), FileKind::ods);
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    return error.what();
  }
  return "";
}

}  // namespace

TEST(Ods, RowsThatAreStoredOnceAndRepeatedAllCount) {
  const std::vector<WholeSheet> sheets = whole_sheets(sheet_fixture("list.ods"), FileKind::ods);
  ASSERT_EQ(sheets.size(), 2U);
  ASSERT_EQ(sheets[0].rows.size(), 9U);  // and not the million empty ones behind
  EXPECT_EQ(sheets[0].rows[2], sheets[0].rows[4]);
}

TEST(Ods, RemarksOnACellAreNotItsText) {
  const std::vector<WholeSheet> sheets = whole_sheets(sheet_fixture("list.ods"), FileKind::ods);
  EXPECT_EQ(sheets.at(0).rows.at(7).at(3), "first\nsecond");
}

TEST(Ods, RowsInGroupsAndTablesWithinCellsAreToldApart) {
  const auto sheets =
      whole_sheets(made_ods(table("<table:table-header-rows>" + rows(cells("a") + cells("b")) +
                                  "</table:table-header-rows><table:table-row-group>" +
                                  rows(cells("c")) + "</table:table-row-group>" +
                                  rows("<table:table-cell><table:table table:name=\"within\">" +
                                       rows(cells("inner")) +
                                       "</table:table><text:p>x<text:s text:c=\"2\"/>y</text:p>"
                                       "</table:table-cell>")) +
                            table("")),
                   FileKind::ods);
  ASSERT_EQ(sheets.size(), 2U);
  ASSERT_EQ(sheets[0].rows.size(), 3U);
  EXPECT_EQ(sheets[0].rows[0], (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(sheets[0].rows[1], (std::vector<std::string>{"c"}));
  EXPECT_NE(sheets[0].rows[2].at(0).find("x  y"), std::string::npos);
}

// A spreadsheet program writes a full sheet of equal cells as one.
TEST(Ods, AFullSheetOfTwentyColumnsIsRead) {
  const std::string bytes =
      made_ods(table(rows(cells("head", "20")) + rows(cells("same", "20"), "1048575")));
  const auto workbook = open_workbook(bytes, FileKind::ods, "test");
  ASSERT_TRUE(workbook->holds_table(0));
  const auto all = workbook->rows(0);
  std::vector<std::string_view> row;
  std::size_t count = 0;
  while (all->next(row)) count += row.size();
  EXPECT_EQ(count, sheet_rows_max * 20);
}

TEST(Ods, RepeatsWithoutEndAreRefused) {
  const std::string repeated = "written once and repeated", beyond = "beyond";
  EXPECT_NE(refusal(table(rows(cells("a", "16384"), "1048576"))).find(repeated), std::string::npos);
  EXPECT_NE(refusal(table(rows(cells("a", "21"), "1048576"))).find(repeated), std::string::npos);
  EXPECT_NE(refusal(table(rows(cells("a"), "1048577"))).find(beyond), std::string::npos);
  EXPECT_NE(refusal(table(rows("", "1048576") + rows(cells("a")))).find(beyond), std::string::npos);
  EXPECT_NE(refusal(table(rows(cells("a"), "99999999999999999999") +
                          rows(cells("a"), "18446744073709551615")))
                .find(beyond),
            std::string::npos);
  EXPECT_NE(refusal(table(rows(cells("a", "16385")))).find("more than 16384 cells"),
            std::string::npos);
  EXPECT_NE(refusal(table(rows(cells("", "16384") + cells("a")))).find("more than 16384 cells"),
            std::string::npos);
  EXPECT_EQ(refusal(table(rows(cells("a")) + rows(cells("", "18446744073709551615"), "1048576"))),
            "");
  std::string blanks;
  for (int at = 0; at < 2000; ++at) blanks += "<text:s text:c=\"999999999\"/>";
  EXPECT_NE(refusal(table(rows(cells(blanks)))).find("more than a million bytes"),
            std::string::npos);
}

TEST(Ods, SheetsAndNestingWithoutEndAreRefused) {
  std::string tables;
  for (std::size_t at = 0; at <= sheets_max; ++at) tables += table("");
  EXPECT_NE(refusal(tables).find("more than 10000 sheets"), std::string::npos);
  std::string deep;
  for (int at = 0; at < 100'000; ++at) deep += "<text:p>";
  EXPECT_NE(refusal(table(rows("<table:table-cell>" + deep))).find("256 deep"), std::string::npos);
}

TEST(Ods, WhatIsLockedSaysSo) {
  const std::string bytes = help::made_zip(
      {{"META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"}, {"content.xml", "x"}});
  try {
    (void)open_ods(bytes, "test");
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("locked with a password"), std::string::npos);
  }
}

}  // namespace sanaq::tables
