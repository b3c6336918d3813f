#include "sanaq/tables/xlsx_parts.h"

#include <gtest/gtest.h>

#include "help/made_zip.h"
#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"
#include "tables/made_sheets.h"

namespace sanaq::tables {
namespace {

std::string refusal_of_texts(const std::string& texts) {
  const std::string bytes = made_xlsx(sheet_of(""), texts);
  const office::Archive archive(bytes, "test");
  try {
    (void)SharedTexts(archive, "xl/sharedStrings.xml", "test");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(SharedTexts, AreKnownByTheirNumberWithoutReadingAids) {
  const std::string bytes =
      made_xlsx(sheet_of(""),
                "<sst uniqueCount=\"99999999999\"><si><t>one &amp; </t><r><t>two</t></r></si><si/>"
                "<si><t>北</t><rPh><t>kita</t></rPh></si></sst>");
  const office::Archive archive(bytes, "test");
  const SharedTexts texts(archive, "xl/sharedStrings.xml", "test");
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[0], "one & two");
  EXPECT_EQ(texts[1], "");
  EXPECT_EQ(texts[2], "北");
}

TEST(SharedTexts, ThoseThatPackWithoutEndAreRefused) {
  std::string many = "<sst>";
  for (int at = 0; at < 14'000'000; ++at) many += "<si/>";
  EXPECT_NE(refusal_of_texts(many + "</sst>").find("as no spreadsheet program packs them"),
            std::string::npos);
  std::string large = "<sst><si>";
  for (int at = 0; at < 3; ++at) large += "<t>" + std::string(500'000, 'x') + "</t>";
  EXPECT_NE(refusal_of_texts(large + "</si></sst>").find("more than a million bytes"),
            std::string::npos);
}

TEST(DecodedXstring, EscapesAreLettersAndWhatOnlyLooksSoStays) {
  EXPECT_EQ(decoded_xstring("Koplov_x000D_\nErlan"), "Koplov \nErlan");
  EXPECT_EQ(decoded_xstring("Koplov_x0020_Timur"), "Koplov Timur");
  EXPECT_EQ(decoded_xstring("_x041A_ай"), "Кай");
  EXPECT_EQ(decoded_xstring("a_x005F_x0020_b"), "a_x0020_b");
  EXPECT_EQ(decoded_xstring("_xD83D__xDE00_"), "\xF0\x9F\x98\x80");
  for (const char* text : {"", "_x", "_xyz", "_x00", "_x00G0_", "a_x0001_b", "_xD83D_a", "x_x_x_",
                           "no escape", "_x0020"})
    EXPECT_EQ(decoded_xstring(text), text);
}

TEST(ReadWorkbook, SheetsWithoutEndAreRefused) {
  std::string sheets;
  for (std::size_t at = 0; at <= sheets_max; ++at) sheets += "<sheet name=\"A\" r:id=\"r1\"/>";
  const std::string bytes = made_xlsx(sheet_of(""), "<sst/>", sheets);
  EXPECT_THROW((void)read_workbook(office::Archive(bytes, "test"), "test"), base::Error);
  const std::string none = help::made_zip({{"a", "b"}});
  EXPECT_THROW((void)read_workbook(office::Archive(none, "test"), "test"), base::Error);
}

TEST(ShowsDate, OnlyFormatsWithADayOrYearDo) {
  EXPECT_TRUE(shows_date("dd.mm.yyyy"));
  EXPECT_TRUE(shows_date("[$-419]D MMMM YYYY;@"));
  EXPECT_TRUE(shows_date("yyyy"));
  EXPECT_FALSE(shows_date("General"));
  EXPECT_FALSE(shows_date("0.00"));
  EXPECT_FALSE(shows_date("[Red]#,##0"));
  EXPECT_FALSE(shows_date("0\" days\""));
  EXPECT_FALSE(shows_date("0\\d"));
  EXPECT_FALSE(shows_date("[unclosed"));
}

namespace {

constexpr const char* workbook_xml =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>";

std::string relations(std::string_view id, std::string_view type, std::string_view target) {
  return "<Relationships><Relationship Id=\"" + std::string(id) + "\" Type=\"http://example/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/></Relationships>";
}

// Of the one sheet.
std::string sheet_part(const std::string& bytes) {
  const WorkbookPart workbook = read_workbook(office::Archive(bytes, "test"), "test");
  return workbook.sheets.size() == 1 ? workbook.sheets[0].part : "not one sheet";
}

}  // namespace

TEST(ReadWorkbook, IsFoundByTheRelationsOfTheFileWhateverItsName) {
  EXPECT_EQ(sheet_part(help::made_zip(
                {{"_rels/.rels", relations("x", "officeDocument", "/book/my list.xml")},
                 {"book/my list.xml", workbook_xml},
                 {"book/_rels/my list.xml.rels", relations("r1", "worksheet", "../pages/one.xml")},
                 {"pages/one.xml", sheet_of("")}})),
            "pages/one.xml");
  EXPECT_EQ(
      sheet_part(help::made_zip(
          {{"_rels/.rels", relations("x", "officeDocument", "xl/workbook2.xml")},
           {"xl/workbook2.xml", workbook_xml},
           {"xl/_rels/workbook2.xml.rels", relations("r1", "worksheet", "/xl/s/./one.xml")}})),
      "xl/s/one.xml");
}

TEST(ReadWorkbook, IsFoundWherePartsHaveBackslashes) {
  EXPECT_EQ(sheet_part(help::made_zip(
                {{"_rels\\.rels", relations("x", "officeDocument", "xl\\workbook.xml")},
                 {"xl\\workbook.xml", workbook_xml},
                 {"xl\\_rels\\workbook.xml.rels",
                  relations("r1", "worksheet", "worksheets\\sheet1.xml")}})),
            "xl/worksheets/sheet1.xml");
}

TEST(ReadWorkbook, HasItsUsualNameWhereTheRelationsLeadNowhere) {
  EXPECT_EQ(sheet_part(help::made_zip(
                {{"_rels/.rels", relations("x", "officeDocument", "gone.xml")},
                 {"xl/workbook.xml", workbook_xml},
                 {"xl/_rels/workbook.xml.rels", relations("r1", "worksheet", "../../one.xml")}})),
            "one.xml");
  EXPECT_THROW((void)sheet_part(help::made_zip(
                   {{"_rels/.rels", relations("x", "core-properties", "docProps/core.xml")}})),
               base::Error);
}

}  // namespace sanaq::tables
