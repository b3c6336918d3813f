#include "sanaq/tables/mended_letters.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/opened_list.h"
#include "tables/made_sheets.h"

namespace sanaq::tables {
namespace {

IngestedList ingested(const std::string& bytes) {
  base::Progress progress;
  return ingest_bytes({.name = "a", .path = "a.csv"}, bytes, progress);
}

}  // namespace

// All names are invented. "РђР№РЅТ±СЂ" is Айнұр, "РђС‚С‹" is Аты, "Р–РµСЂС–" is Жері.
TEST(MendedText, AListThatWasEncodedTwiceIsReadAsItWasMeantAndThatIsSaid) {
  const IngestedList list = ingested("name;Р–РµСЂС–\n\"two\nlines\";x\nРђР№РЅТ±СЂ;СЃ\n");
  ASSERT_EQ(list.warnings.size(), 1U);
  EXPECT_EQ(list.warnings[0].arguments,
            (std::vector<std::string>{"3", "Р–РµСЂС–", "1", "Жері", "windows-1251"}));
  EXPECT_EQ(list.records.columns[0].values.at(list.records.columns[0].codes.at(1)), "Айнұр");
  EXPECT_EQ(list.records.columns[1].header, "Жері");
}

TEST(MendedText, TheRowIsTheOneThatASpreadsheetShows) {
  const IngestedList list =
      ingested("name;town\n\"two\nlines\";x\nJÃ¼rgen MÃ¼ssler;KÃ¶ln\nHeÃ�ler;x\n");
  ASSERT_FALSE(list.warnings.empty());
  EXPECT_EQ(list.warnings[0].arguments.at(2), "3");
  EXPECT_EQ(list.warnings[0].arguments.at(3), "Jürgen");
}

TEST(MendedText, WordsThatLostBytesAreNamed) {
  const IngestedList list = ingested(
      "name;town\nJÃ¼rgen MÃ¼ssler;KÃ¶ln\nÃ¼Ã\xEF\xBF\xBD"
      "ler;x\n");
  ASSERT_GE(list.warnings.size(), 2U);
  EXPECT_EQ(list.warnings[1].arguments.at(0), "1");
  EXPECT_EQ(list.warnings[1].arguments.at(2), "3");
}

TEST(MendedText, AListThatWasReadWronglyBeforeIsReadAsItWasMeant) {
  const IngestedList list =
      ingested("ÔÈÎ;Ãîðîä\nÊîâûëèí Ñåðãåé Þðüåâè÷;Ñîëîíöû\nÙåäðèíîâà ßíà;Þðãà\n");
  ASSERT_EQ(list.warnings.size(), 1U);
  EXPECT_EQ(list.warnings[0].arguments,
            (std::vector<std::string>{"9", "ÔÈÎ", "1", "ФИО", "windows-1251", "windows-1252"}));
  EXPECT_EQ(list.mapping.at("name"), "ФИО");
}

TEST(MendedText, AGoodListIsLeftAlone) {
  EXPECT_TRUE(
      ingested("name;town\nАйнұр Қаратаева;Сёмино\nJürgen Müssler;Köln\n").warnings.empty());
}

TEST(MendedRows, AWorkbookIsReadAsItWasMeant) {
  const std::string bytes =
      made_xlsx(sheet_of("<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>"),
                "<sst><si><t>name</t></si><si><t>РђР№РЅТ±СЂ ТљР°СЂР°С‚Р°РµРІР°</t></si></sst>");
  const auto opened = open_list({.name = "a", .path = "a.xlsx"}, bytes);
  ASSERT_EQ(opened->warnings.size(), 1U);
  std::vector<std::string_view> cells;
  ASSERT_TRUE(opened->rows->next(cells));
  EXPECT_EQ(cells.at(0), "name");
  ASSERT_TRUE(opened->rows->next(cells));
  EXPECT_EQ(cells.at(0), "Айнұр Қаратаева");
  opened->rows->release();
  EXPECT_FALSE(opened->rows->next(cells));
}

TEST(TellOtherLines, TheEncodingThatTheyAreInIsNamed) {
  const std::string windows = "\xD1\xE5\xF0\xE3\xE5\xE9 \xCA\xEE\xE2\xFB\xEB\xE8\xED";
  std::string text = "ФИО;город\n";
  for (int row = 0; row < 20; ++row) text += "Яна Щедринова;Солонцы\n";
  const IngestedList list = ingested(text + windows + ";x\n");
  EXPECT_EQ(list.encoding, "UTF-8");
  ASSERT_EQ(list.warnings.size(), 2U);
  EXPECT_EQ(list.warnings[0].arguments.at(0), "windows-1251");
  EXPECT_NE(list.warnings[1].english().find("in row 22"), std::string::npos);
}

}  // namespace sanaq::tables
