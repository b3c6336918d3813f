#include "sanaq/tables/xlsx.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"
#include "tables/made_sheets.h"
#include "tables/whole_sheets.h"

namespace sanaq::tables {
namespace {

Rows rows_of(std::string_view rows, const std::string& texts = "<sst/>") {
  return whole_sheets(made_xlsx(sheet_of(rows), texts), FileKind::xlsx).at(0).rows;
}

std::string refusal(const std::string& bytes) {
  try {
    (void)whole_sheets(bytes, FileKind::xlsx);
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    return error.what();
  }
  return "";
}

// 1,048,576 rows by 20 columns as Excel writes them, each cell as `cell` says.
std::string full_sheet(const std::function<std::string(std::size_t row, char column)>& cell,
                       const std::string& texts) {
  return made_xlsx(
      [cell, row = std::size_t{0}](std::string& piece) mutable {
        piece.clear();
        for (const std::size_t end = std::min(row + 4096, sheet_rows_max); row < end;) {
          const std::string number = std::to_string(++row);
          piece += "<row r=\"" + number + "\" spans=\"1:20\">";
          for (char column = 'A'; column < 'A' + 20; ++column)
            piece += "<c r=\"" + (column + number) + "\"" + cell(row, column) + "</c>";
          piece += "</row>";
        }
        return !piece.empty();
      },
      texts);
}

struct Counted {
  std::size_t rows = 0, cells = 0, longest = 0, kept = 0;
};
Counted counted(const std::string& bytes) {
  const auto workbook = open_workbook(bytes, FileKind::xlsx, "test");
  const auto rows = workbook->rows(0);
  Counted count;
  std::vector<std::string_view> cells;
  while (rows->next(cells)) {
    ++count.rows;
    count.cells += cells.size();
    for (const std::string_view cell : cells) count.longest = std::max(count.longest, cell.size());
    count.kept = std::max(count.kept, rows->kept_bytes());
    if (count.rows % 4096 == 0) rows->release();
  }
  return count;
}

}  // namespace

TEST(Xlsx, TextThatStandsInTheCellItselfIsRead) {
  const std::vector<WholeSheet> sheets = whole_sheets(sheet_fixture("lists.xlsx"), FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_EQ(sheets[1].rows.at(6).at(1), "Гүлнар Сынақова");
}

TEST(Xlsx, CellsAndRowsWithoutReferencesFollowTheOneBefore) {
  EXPECT_EQ(rows_of("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row "
                    "r=\"3\"><c t=\"s\"><v>0</v></c></row>",
                    "<sst><si><t>a</t></si></sst>"),
            (Rows{{"1", "", "", "2", "3"}, {}, {"a"}}));
}

TEST(Xlsx, EmptyRowsBehindTheLastFilledOneAreNone) {
  EXPECT_EQ(rows_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" "
                    "s=\"3\"/></row><row r=\"1048576\"/>"),
            (Rows{{"1"}}));
}

// What Excel writes is read, whatever the limits are, and is never in memory as a whole.
TEST(Xlsx, AFullSheetOfTwentyColumnsIsRead) {
  const Counted same =
      counted(full_sheet([](std::size_t, char) { return std::string(" t=\"s\"><v>0</v>"); },
                         "<sst count=\"20971520\" uniqueCount=\"1\"><si><t>same</t></si></sst>"));
  EXPECT_EQ(same.rows, sheet_rows_max);
  EXPECT_EQ(same.cells, sheet_rows_max * 20);
  EXPECT_EQ(same.longest, 4U);
  const Counted differing = counted(full_sheet(
      [](std::size_t row, char column) {
        return "><v>" + std::to_string(row * 31 + static_cast<std::size_t>(column)) + "</v>";
      },
      "<sst/>"));
  EXPECT_EQ(differing.cells, sheet_rows_max * 20);
  EXPECT_LT(differing.kept, std::size_t{16} << 20);
}

TEST(Xlsx, AFarCellIsReadAndOneBeyondTheSheetRefused) {
  const Rows far = rows_of("<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>");
  ASSERT_EQ(far.size(), sheet_rows_max);
  EXPECT_EQ(far.back().size(), columns_max);
  for (const char* rows :
       {"<row r=\"1048577\"><c r=\"A1048577\"><v>7</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>7</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZZZZZZZZZZ1\"><v>7</v></c></row>",
        "<row r=\"99999999999999999999\"><c><v>7</v></c></row>",
        "<row r=\"0\"><c><v>7</v></c></row>", "<row r=\"2\"/><row r=\"1\"/>",
        "<c r=\"A1\"><v>1</v></c>", "<row r=\"1\"><c t=\"s\"><v>3</v></c></row>"})
    EXPECT_NE(refusal(made_xlsx(sheet_of(rows))), "") << rows;
}

TEST(Xlsx, XmlThatEndedTheProgramIsRefused) {
  for (const char* letters : {"&#x110000;", "&#-1;", "&#xD800;", "&", "\x01"}) {
    const std::string cell =
        "<row><c t=\"inlineStr\"><is><t>" + std::string(letters) + "</t></is></c></row>";
    EXPECT_NE(refusal(made_xlsx(sheet_of(cell))).find("the XML in it is damaged"),
              std::string::npos)
        << letters;
    EXPECT_NE(refusal(made_xlsx(sheet_of(""), "<sst><si><t>" + std::string(letters))), "");
  }
  EXPECT_NE(refusal(made_xlsx("<worksheet><sheetData a=\"&")), "");
}

TEST(Xlsx, ElementsAndTextsWithoutEndAreRefused) {
  std::string elements;
  for (int at = 0; at < 1'000'001; ++at) elements += "<a/>";
  EXPECT_NE(refusal(made_xlsx(sheet_of(elements))).find("between two of its cells"),
            std::string::npos);
  std::string values;
  for (int at = 0; at < 3; ++at) values += "<v>" + std::string(500'000, '1') + "</v>";
  EXPECT_NE(refusal(made_xlsx(sheet_of("<row><c>" + values + "</c></row>")))
                .find("more than a million bytes"),
            std::string::npos);
  std::string row = "<row>";
  for (int at = 0; at < 80; ++at)
    row += "<c t=\"str\"><v>" + std::string(900'000, 'x') + "</v></c>";
  EXPECT_NE(refusal(made_xlsx(sheet_of(row + "</row>"))).find("more than 64 MB"),
            std::string::npos);
}

TEST(Xlsx, ManySheetsOfOnePartAreLookedIntoOnce) {
  std::string sheets;
  for (std::size_t at = 0; at < sheets_max; ++at) sheets += "<sheet name=\"A\" r:id=\"r1\"/>";
  std::string rows = "<row><c><v>1</v></c></row>";
  for (int at = 0; at < 900'000; ++at) rows += "<a/>";
  const std::string bytes = made_xlsx(sheet_of(rows), "<sst/>", sheets);
  const auto workbook = open_workbook(bytes, FileKind::xlsx, "test");
  for (std::size_t at = 0; at < sheets_max; ++at) EXPECT_FALSE(workbook->holds_table(at));
}

TEST(Xlsx, AWorkbookZippedWithBackslashesIsRead) {
  const std::string bytes = help::made_zip(
      {{"_rels\\.rels",
        "<Relationships><Relationship Id=\"x\" Type=\"a/officeDocument\" "
        "Target=\"xl/workbook7.xml\"/></Relationships>"},
       {"xl\\workbook7.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"},
       {"xl\\_rels\\workbook7.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" Target=\"one.xml\"/>"
        "<Relationship Id=\"r2\" Type=\"a/sharedStrings\" Target=\"texts.xml\"/></Relationships>"},
       {"xl\\texts.xml", "<sst><si><t>Құлпынай</t></si></sst>"},
       {"xl\\one.xml", sheet_of("<row><c t=\"s\"><v>0</v></c></row>")}});
  const auto workbook = open_workbook(bytes, kind_of_file(bytes, "a.xlsx"), "a.xlsx");
  const auto rows = workbook->rows(0);
  std::vector<std::string_view> cells;
  ASSERT_TRUE(rows->next(cells));
  EXPECT_EQ(cells.at(0), "Құлпынай");
}

}  // namespace sanaq::tables
