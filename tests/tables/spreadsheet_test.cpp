#include "sanaq/tables/spreadsheet.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "tables/whole_sheets.h"

namespace sanaq::tables {
namespace {

TEST(Spreadsheet, XlsxGivesSheetsByNameWithCellsAsTheyAreSeen) {
  const std::vector<WholeSheet> sheets = whole_sheets(sheet_fixture("lists.xlsx"), FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_EQ(sheets[0].name, "Cover");
  EXPECT_EQ(sheets[1].name, "Морг");
  const Rows expected = {{"Invented list of the morgue"},
                         {},
                         {"Номер", "ФИО", "Дата смерти", "Возраст"},
                         {"1", "Сериков Ерлан", "2011-12-16", "35"},
                         {"2", "Нурлан Тестов", "2011-12-17", "2.5"},
                         {},
                         {"1234567890123", "Гүлнар Сынақова", "40895", "TRUE"}};
  EXPECT_EQ(sheets[1].rows, expected);
}

TEST(Spreadsheet, DaysOfAnOldMacintoshWorkbookCountFrom1904) {
  const std::vector<WholeSheet> sheets =
      whole_sheets(sheet_fixture("since1904.xlsx"), FileKind::xlsx);
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].rows.at(1).at(1), "2011-12-16");
}

TEST(Spreadsheet, OdsRepeatsWhatItSaysIsRepeated) {
  const std::vector<WholeSheet> sheets = whole_sheets(sheet_fixture("list.ods"), FileKind::ods);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "Тізім");
  const Rows expected = {{"Аты-жөні", "Қайтыс болған күні", "Жасы", "Ескерту"},
                         {"Айгүл Сынақова", "2011-12-16", "35", "a"},
                         {"Белгісіз", "", "", "same"},
                         {"Белгісіз", "", "", "same"},
                         {"Белгісіз", "", "", "same"},
                         {},
                         {},
                         {"Ерлан Тестов", "желтоқсан 2011", "2", "first\nsecond"},
                         {"Same", "Same"}};
  EXPECT_EQ(sheets[0].rows, expected);
  EXPECT_EQ(sheets[1].rows, (Rows{{"Name", "Date"}, {"Aida", "2011"}}));
}

TEST(Spreadsheet, ADamagedFileIsRefused) {
  for (const auto& [name, kind] :
       {std::pair("lists.xlsx", FileKind::xlsx), std::pair("list.ods", FileKind::ods)}) {
    const std::string whole = sheet_fixture(name);
    EXPECT_THROW((void)whole_sheets(whole.substr(0, whole.size() / 2), kind), base::Error);
    EXPECT_THROW((void)whole_sheets("PK\x03\x04 nothing", kind), base::Error);
  }
}

TEST(Spreadsheet, RowsBeginAgainAndAreLetGo) {
  for (const auto& [name, kind] :
       {std::pair("lists.xlsx", FileKind::xlsx), std::pair("list.ods", FileKind::ods)}) {
    const std::string bytes = sheet_fixture(name);
    const auto workbook = open_workbook(bytes, kind, name);
    const auto rows = workbook->rows(kind == FileKind::xlsx ? 1 : 0);
    const Rows first = whole_rows(*rows);
    EXPECT_EQ(rows->row(), static_cast<std::int64_t>(first.size()));
    rows->rewind();
    EXPECT_EQ(whole_rows(*rows, true), first);
    EXPECT_EQ(rows->kept_bytes(), 0U);
  }
}

}  // namespace
}  // namespace sanaq::tables
