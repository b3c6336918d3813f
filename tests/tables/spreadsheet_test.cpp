#include "sanaq/tables/spreadsheet.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::tables {
namespace {

std::string fixture(const std::string& name) {
  return base::read_file(std::string(SANAQ_SOURCE_DIR "/tests/tables/fixtures/") + name);
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Spreadsheet, XlsxGivesSheetsByNameWithCellsAsTheyAreSeen) {
  const std::vector<Sheet> sheets =
      read_spreadsheet(fixture("lists.xlsx"), FileKind::xlsx, "lists.xlsx");
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
  const std::vector<Sheet> sheets =
      read_spreadsheet(fixture("since1904.xlsx"), FileKind::xlsx, "since1904.xlsx");
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].rows.at(1).at(1), "2011-12-16");
}

TEST(Spreadsheet, OdsRepeatsWhatItSaysIsRepeated) {
  const std::vector<Sheet> sheets =
      read_spreadsheet(fixture("list.ods"), FileKind::ods, "list.ods");
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
  const std::string whole = fixture("lists.xlsx");
  EXPECT_THROW((void)read_spreadsheet(whole.substr(0, whole.size() / 2), FileKind::xlsx, "x"),
               base::Error);
  const std::string ods = fixture("list.ods");
  EXPECT_THROW((void)read_spreadsheet(ods.substr(0, ods.size() / 2), FileKind::ods, "x"),
               base::Error);
}

TEST(NumberText, WholeNumbersHaveNoPointAndNoExponent) {
  EXPECT_EQ(number_text(35), "35");
  EXPECT_EQ(number_text(-2), "-2");
  EXPECT_EQ(number_text(123456789012345), "123456789012345");
  EXPECT_EQ(number_text(2.5), "2.5");
  EXPECT_EQ(number_text(0.1), "0.1");
}

}  // namespace
}  // namespace sanaq::tables
