#include "sanaq/tables/preview.h"

#include <gtest/gtest.h>

#include <string>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::tables {
namespace {

using record::Field;

Preview look_at(const std::string& bytes, ListSource source = {}) {
  base::Progress progress;
  source.name = "list";
  source.path = "list.csv";
  return preview(source, bytes, progress);
}

std::string case_file(const std::string& name) {
  return base::read_file(help::shared_data() + "/cases/" + name);
}

bool has_name_column(const Preview& seen) {
  for (const PreviewColumn& column : seen.columns) {
    if (column.field == Field::name || column.field == Field::family ||
        column.field == Field::given)
      return true;
  }
  return false;
}

TEST(Preview, ShowsTheFirstRowsAndTheRecordsAsTheyAreRead) {
  const Preview seen = look_at("Title\n\nName;Birth;Phone\nAida;3.4.1970;1\nBolat;1980;2\n");
  EXPECT_EQ(seen.header_first, 3);
  EXPECT_EQ(seen.delimiter, ";");
  ASSERT_EQ(seen.rows.size(), 5U);
  EXPECT_EQ(seen.rows[2].cells, (std::vector<std::string>{"Name", "Birth", "Phone"}));
  ASSERT_EQ(seen.columns.size(), 3U);
  EXPECT_EQ(seen.columns[0].guess, Field::name);
  EXPECT_EQ(seen.columns[1].field, Field::birth);
  EXPECT_EQ(seen.columns[2].field, std::nullopt);
  ASSERT_TRUE(seen.read);
  EXPECT_EQ(seen.read->records.record_count(), 2U);
}

TEST(Preview, AMenusEffectIsSeen) {
  const std::string text = "who;occasion\nAida;03.04.2011\nBolat;05.06.2011\n";
  const Preview seen = look_at(text, {.dates = "mdy", .columns = {{"death", "occasion"}}});
  ASSERT_TRUE(seen.read);
  EXPECT_EQ(seen.columns.at(1).field, Field::death);
  EXPECT_EQ(seen.columns.at(1).guess, std::nullopt);
  const record::Column* death = seen.read->records.find(Field::death);
  ASSERT_NE(death, nullptr);
  EXPECT_EQ(death->canonical.at(death->codes.at(0)), "2011-03-04");
}

TEST(Preview, WhatDoesNotFitIsToldAndTheRowsStand) {
  const std::string text = "name;date\nAida;2011\n";
  for (const ListSource& source : {ListSource{.header_row = 17}, ListSource{.encoding = "klingon"},
                                   ListSource{.columns = {{"name", "nobody"}}}}) {
    const Preview seen = look_at(text, source);
    ASSERT_TRUE(seen.refused);
    EXPECT_FALSE(seen.read);
    EXPECT_EQ(seen.rows.size(), 2U);
  }
  const Sheet sheet{"One", {{"name"}, {"date"}}, {{"Aida", "2011"}, {"Bolat", "2011"}}};
  const Preview seen = look_at(write_xlsx(sheet), {.sheets = {"Two"}});
  ASSERT_TRUE(seen.refused);
  EXPECT_EQ(seen.sheets, (std::vector<std::string>{"One"}));
}

TEST(Preview, WhatIsNoTableIsRefusedWithASentence) {
  EXPECT_THROW((void)look_at(""), base::Error);
  EXPECT_THROW((void)look_at("<html><table><tr><td>a</td></tr></table>"), base::Error);
  EXPECT_THROW((void)look_at(std::string("name,date\nAida\0,2011-12-16\nBolat,2011-12-16\n", 43)),
               base::Error);
}

TEST(Preview, AHeaderFarBelowIsShownWithTheRowsAboveAndBelow) {
  if (help::shared_data().empty()) GTEST_SKIP() << help::skip_words;
  const Preview seen = look_at(case_file("s17-header-row-28/list.xlsx"));
  EXPECT_EQ(seen.header_first, 28);
  ASSERT_EQ(seen.rows.size(), 13U);
  EXPECT_EQ(seen.rows[10].row, 28);
  EXPECT_TRUE(has_name_column(seen));
}

TEST(Preview, EachSheetCanBeChosen) {
  std::vector<Sheet> sheets;
  for (int at = 1; at <= 31; ++at)
    sheets.push_back({"day " + std::to_string(at),
                      {{"name"}, {"date"}},
                      {{"Aida " + std::to_string(at), "2011"}, {"Bolat", "2011"}}});
  const std::string bytes = write_xlsx(sheets);
  EXPECT_EQ(look_at(bytes).sheets.size(), 31U);
  const Preview seen = look_at(bytes, {.sheets = {"day 17 17"}});
  EXPECT_EQ(seen.sheets_read, (std::vector<std::string>{"day 17 17"}));
  ASSERT_TRUE(seen.read);
  EXPECT_EQ(seen.rows.at(1).cells.at(0), "Aida 17");
}

TEST(Preview, OfALongTextOnlyTheBeginningIsRead) {
  std::string text = "name;date\n";
  while (text.size() < (std::size_t{32} << 20)) text += "Aida Sample Bolatova;2011-12-16\n";
  const Preview seen = look_at(text);
  ASSERT_TRUE(seen.read);
  EXPECT_EQ(seen.read->rows_read, previewed_rows);
  EXPECT_EQ(seen.read->records.lists.at(0).version, "");
}

}  // namespace
}  // namespace sanaq::tables
