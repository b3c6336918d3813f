#include "sanaq/tables/xlsx_write.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/office/archive.h"
#include "sanaq/office/xml_reader.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/xlsx_parts.h"
#include "tables/whole_sheets.h"

namespace sanaq::tables {
namespace {

std::string part(const std::string& bytes, const std::string& name) {
  const office::Archive archive(bytes, "test");
  return archive.read_whole(archive.find(name).value());
}

Sheet sheet_of(std::vector<std::vector<std::string>> rows) {
  Sheet sheet{"Review", {}, std::move(rows), 1};
  for (std::size_t at = 0; at < sheet.rows.front().size(); ++at)
    sheet.columns.push_back({"column " + std::to_string(at + 1)});
  return sheet;
}

TEST(XlsxWrite, OurOwnReaderGivesTheCellsBack) {
  const std::vector<std::vector<std::string>> rows = {
      {"Құрманов Айнұр", "1970-02-03", "00017"},
      {"<b>&\"amp\"", " edges ", "two\nlines"},
      {"_x0041_ is no letter", "", "12345678901234567890"}};
  const auto sheets = whole_sheets(write_xlsx(sheet_of(rows)), FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].name, "Review");
  ASSERT_EQ(sheets[0].rows.size(), 4U);
  EXPECT_EQ(sheets[0].rows[0], (std::vector<std::string>{"column 1", "column 2", "column 3"}));
  for (std::size_t at = 0; at < rows.size(); ++at) EXPECT_EQ(sheets[0].rows[at + 1], rows[at]);
  EXPECT_EQ(write_xlsx(sheet_of(rows)), write_xlsx(sheet_of(rows)));
}

TEST(XlsxWrite, EveryCellIsAStoredTextAndNoneAFormula) {
  const std::string bytes = write_xlsx(
      sheet_of({{"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "1", "2011-12-16", "\t=1"}}));
  const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_EQ(xml.find("<f"), xml.npos);
  EXPECT_EQ(xml.find("<v"), xml.npos);
  std::size_t cells = 0, texts = 0;
  for (std::size_t at = xml.find("<c r="); at != xml.npos; at = xml.find("<c r=", at + 1)) ++cells;
  for (std::size_t at = xml.find("t=\"inlineStr\""); at != xml.npos;
       at = xml.find("t=\"inlineStr\"", at + 1))
    ++texts;
  EXPECT_EQ(cells, 14U);
  EXPECT_EQ(texts, 14U);
  // Format 49 is @, so that what is typed into a cell stays a text as well.
  EXPECT_EQ(part(bytes, "xl/styles.xml").find("numFmtId=\"14\""), std::string::npos);
  EXPECT_EQ(xml.find("s=\"0\""), xml.npos);
}

TEST(XlsxWrite, DaysAreDatesAndWholeNumbersNumbersWhereAColumnSaysSo) {
  Sheet sheet{"Days",
              {{"day"}, {"id"}, {"count"}},
              {{"2011-12-16", "2011-12-16", "17"},
               {"1900-02-28", "007", "007"},
               {"2011-02-30", "17", "-3"},
               {"2011-12", "=1", "1234567890123456"},
               {"9999-12-31", "", "0"}}};
  sheet.columns[0].cells = SheetCells::days;
  sheet.columns[2].cells = SheetCells::numbers;
  const std::string bytes = write_xlsx(sheet);
  const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_NE(xml.find("<c r=\"A2\" s=\"4\"><v>40893</v></c>"), xml.npos);
  EXPECT_NE(xml.find("<c r=\"A6\" s=\"4\"><v>2958465</v></c>"), xml.npos);
  EXPECT_NE(xml.find("<c r=\"C2\" s=\"5\"><v>17</v></c>"), xml.npos);
  EXPECT_NE(xml.find("<c r=\"C4\" s=\"5\"><v>-3</v></c>"), xml.npos);
  // What would be a formula if somebody opened the cell is marked as a text for ever.
  EXPECT_NE(xml.find("<c r=\"B5\" s=\"6\" t=\"inlineStr\">"), xml.npos);
  const auto sheets = whole_sheets(bytes, FileKind::xlsx);
  ASSERT_EQ(sheets.at(0).rows.size(), 6U);
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    std::vector<std::string> row = sheet.rows[at];
    while (row.back().empty()) row.pop_back();
    EXPECT_EQ(sheets[0].rows[at + 1], row);
  }
}

TEST(XlsxWrite, SeveralSheetsStandInTheirOrderUnderNamesThatExcelTakes) {
  Sheet first = sheet_of({{"a"}}), second = sheet_of({{"b"}}), third = sheet_of({{"c"}});
  first.name = "What [this] is/was: \\ * ? of a very long name indeed";
  second.name = third.name = "Review";
  const auto sheets = whole_sheets(write_xlsx({first, second, third}), FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_EQ(sheets[0].name.find_first_of("[]:*?/\\"), std::string::npos);
  EXPECT_LE(sheets[0].name.size(), 31U + 2U);
  EXPECT_NE(sheets[1].name, sheets[2].name);
  EXPECT_EQ(sheets[2].rows.at(1).at(0), "c");
}

TEST(XlsxWrite, MoreRowsThanASheetHoldsAreRefused) {
  Sheet sheet{"Long", {{"a"}}, {}};
  sheet.rows.resize(sheet_rows_max, {"1"});
  EXPECT_THROW((void)write_xlsx(sheet), base::Error);
}

TEST(XlsxWrite, EachPartIsWellFormed) {
  Sheet sheet = sheet_of({{"a", "b"}});
  sheet.columns[1].choices = {"same", "not \"the same\" & <more>"};
  sheet.columns[1].note = "a <note>";
  sheet.columns[1].is_to_fill_in = true;
  const std::string bytes = write_xlsx(sheet);
  const office::Archive archive(bytes, "test");
  ASSERT_EQ(archive.parts().size(), 6U);
  for (std::size_t at = 0; at < archive.parts().size(); ++at) {
    EXPECT_NO_THROW(office::check_xml(archive.read_whole(at), "test", office::sheet_limits))
        << archive.parts()[at].name;
  }
  const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_NE(xml.find("sqref=\"B2:B2\""), xml.npos);
  EXPECT_NE(xml.find("showErrorMessage=\"0\""), xml.npos);
}

TEST(XlsxWrite, ACellThatIsTooLongForExcelIsCut) {
  std::string text;
  for (int at = 0; at < 40000; ++at) text += "ұ";
  const auto rows = whole_sheets(write_xlsx(sheet_of({{text}})), FileKind::xlsx)[0].rows;
  const std::string& cell = rows.at(1).at(0);
  EXPECT_EQ(cell.size(), 2U * 32766 + 3);
  EXPECT_TRUE(cell.ends_with("ұ…"));
  const std::string whole = text.substr(0, 2 * 32767);
  EXPECT_EQ(whole_sheets(write_xlsx(sheet_of({{whole}})), FileKind::xlsx)[0].rows[1][0], whole);
}

TEST(XlsxWrite, ColumnsBeyondZHaveTwoLetters) {
  std::vector<std::string> row;
  for (int at = 0; at < 60; ++at) row.push_back(std::to_string(at));
  EXPECT_EQ(whole_sheets(write_xlsx(sheet_of({row})), FileKind::xlsx)[0].rows[1], row);
}

RC_GTEST_PROP(XlsxWrite, WhatIsEncodedIsDecodedAgain, (const std::string& ascii)) {
  std::string text;
  for (const char letter : ascii) {
    if (letter >= 0x20 && letter < 0x7F) text += letter;
  }
  text += "_x000D_";
  RC_ASSERT(decoded_xstring(encoded_xstring(text)) == text);
}

TEST(XlsxWrite, WhatXmlDoesNotHaveIsWrittenAsAnEscape) {
  EXPECT_EQ(encoded_xstring(std::string_view("a\x07\0b\tc\n", 7)), "a_x0007__x0000_b\tc\n");
  EXPECT_EQ(encoded_xstring("_x0041_ _x004_ _"), "_x005F_x0041_ _x004_ _");
  EXPECT_EQ(encoded_xstring("\xEF\xBF\xBF"), "_xFFFF_");
}

}  // namespace
}  // namespace sanaq::tables
