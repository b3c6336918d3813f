#include "sanaq/tables/file_kind.h"

#include <gtest/gtest.h>

#include "help/made_zip.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::tables {
namespace {

// What is said of it; "" where it is taken for a table.
std::string refusal(const std::string& bytes) {
  try {
    (void)kind_of_file(bytes, "list.csv");
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_EQ(error.message().arguments.at(0), "list.csv");
    return error.what();
  }
  return "";
}

bool says(const std::string& bytes, const char* words) {
  return refusal(bytes).find(words) != std::string::npos;
}

std::string wide(std::string_view text) {
  std::string bytes;
  for (const char letter : text) (bytes += letter) += '\0';
  return bytes;
}

const std::string old_office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

}  // namespace

TEST(FileKind, IsSeenByTheBytesWhateverTheName) {
  const std::string folder = SANAQ_SOURCE_DIR "/tests/tables/fixtures/";
  EXPECT_EQ(kind_of_file(base::read_file(folder + "lists.xlsx"), "a.csv"), FileKind::xlsx);
  EXPECT_EQ(kind_of_file(base::read_file(folder + "list.ods"), "a.csv"), FileKind::ods);
  EXPECT_EQ(kind_of_file("name,date\n", "a.xlsx"), FileKind::text);
  EXPECT_EQ(kind_of_file("MM,name\n", "a.csv"), FileKind::text);
}

TEST(FileKind, WhatIsNoTableIsNamed) {
  EXPECT_TRUE(says("\xFF\xD8\xFF\xE0", "JPEG"));
  EXPECT_TRUE(says("\x89PNG\r\n\x1a\n", "PNG"));
  EXPECT_TRUE(says("%PDF-1.7\n", "PDF"));
  EXPECT_TRUE(says(std::string("SQLite format 3\0", 16), "SQLite"));
  EXPECT_TRUE(says(std::string("\0\1\0\0Standard Jet DB", 19), "Access"));
  EXPECT_TRUE(says("PK\x03\x04 something", "zip archive"));
  EXPECT_TRUE(says(old_office, "old .xls file or one locked"));
  EXPECT_TRUE(says("", "empty"));
}

TEST(FileKind, AWebPageIsOneHoweverItBegins) {
  for (const std::string bytes :
       {"<!doctype html>\n<html><table>", "<!DOCTYPE HTML PUBLIC \"x\">", "<HTML><BODY>",
        "\xEF\xBB\xBF<Html lang=\"kk\">", "\xEF\xBB\xBF \r\n\t<table border=1>",
        "\n\n<div\n><table>", "<meta charset=\"utf-8\"><table>", "<!-- saved from a site --><html>",
        "<style>td{}</style>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html xmlns=\"y\">", "<tr><td>name",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related"})
    EXPECT_TRUE(says(bytes, "web page")) << bytes;
  EXPECT_TRUE(says("\xFF\xFE" + wide("<html><table>"), "web page"));
  // Excel's own web pages name its spreadsheets too.
  EXPECT_TRUE(says("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "web page"));
}

TEST(FileKind, XmlSpreadsheetsAreNamed) {
  EXPECT_TRUE(
      says("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
           "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
           "Excel 2003"));
  EXPECT_TRUE(
      says("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "Excel 2003"));
  EXPECT_TRUE(
      says("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn:oasis\">",
           ".fods"));
  EXPECT_TRUE(says("<?xml version=\"1.0\"?><people><person/></people>", "XML file"));
}

TEST(FileKind, ATableWhoseTextBeginsLikeATagIsATable) {
  for (const char* bytes : {"<имя>,<дата>\nАйдар,2011\n", "<name>;<date>\n", "<5 лет,имя\n",
                            "p,q\n1,2\n", "html,name\n", "<tables>,x\n", "ID;Place\n1;Town\n"})
    EXPECT_EQ(refusal(bytes), "") << bytes;
}

TEST(FileKind, OldAndLockedFilesAreNamed) {
  EXPECT_TRUE(says(old_office + wide("Root Entry") + wide("Workbook"), "old Excel file"));
  EXPECT_TRUE(says(std::string("\x09\x04\x06\x00", 4) + "x", "old Excel file"));
  EXPECT_TRUE(says(old_office + wide("EncryptionInfo") + wide("EncryptedPackage"), "password"));
  EXPECT_TRUE(says(old_office + wide("WordDocument"), "text document"));
}

TEST(FileKind, OtherZippedDocumentsAreNamed) {
  EXPECT_TRUE(
      says(help::made_zip({{"Index/Document.iwa", "x"}, {"preview.jpg", "x"}}), "Export To"));
  EXPECT_TRUE(says(help::made_zip({{"_rels/.rels", "x"}, {"xl/workbook.bin", "x"}}), ".xlsb"));
  EXPECT_TRUE(
      says(help::made_zip({{"_rels/.rels", "x"}, {"word/document.xml", "x"}}), "text document"));
  EXPECT_TRUE(
      says(help::made_zip({{"_rels/.rels", "x"}, {"ppt/presentation.xml", "x"}}), "zip archive"));
  EXPECT_TRUE(says(help::made_zip({{"a.csv", "x"}, {"b.csv", "x"}}), "zip archive"));
}

TEST(FileKind, AWorkbookMayHaveAnyNameAndBackslashes) {
  EXPECT_EQ(kind_of_file(help::made_zip({{"_rels/.rels", "x"}, {"xl/workbook2.xml", "x"}}), "a"),
            FileKind::xlsx);
  EXPECT_EQ(kind_of_file(help::made_zip({{"_rels\\.rels", "x"}, {"xl\\workbook.xml", "x"}}), "a"),
            FileKind::xlsx);
}

}  // namespace sanaq::tables
