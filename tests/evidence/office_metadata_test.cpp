#include "sanaq/evidence/office_metadata.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/made_files.h"

namespace sanaq::evidence {
namespace {

void expect_fact(const Reading& reading, const char* key, const char* value) {
  EXPECT_TRUE(std::any_of(reading.facts.begin(), reading.facts.end(),
                          [&](const Fact& fact) { return fact.key == key && fact.value == value; }))
      << key << " = " << value;
}

}  // namespace

TEST(OfficeMetadata, ADocxNamesWhoWroteChangedAndCommented) {
  const Reading reading = read_office(made_docx());
  EXPECT_TRUE(reading.problems.empty());
  expect_fact(reading, "core.creator", "Aigul Inventova");
  expect_fact(reading, "core.lastModifiedBy", "Bolat Inventov");
  expect_fact(reading, "app.Company", "Inventabad Oil");
  expect_fact(reading, "office.author", "Bolat Inventov");
  expect_fact(reading, "office.trackedchanges", "2");
  expect_fact(reading, "office.comments", "1");
}

TEST(OfficeMetadata, AnXlsxNamesItsUserItsFolderAndItsPrinter) {
  const Reading reading = read_office(made_xlsx());
  expect_fact(reading, "office.username", "Aigul");
  expect_fact(reading, "office.path", "C:\\Users\\Aigul\\");
  expect_fact(reading, "office.author", "Aigul Inventova");
  expect_fact(reading, "office.printer", "present");
}

TEST(OfficeMetadata, AnOdtNamesItsFirstAuthorAndItsChanges) {
  const Reading reading = read_office(made_odt());
  expect_fact(reading, "meta.initial-creator", "Aigul Inventova");
  expect_fact(reading, "meta.editing-cycles", "7");
  expect_fact(reading, "office.author", "Bolat Inventov");
  expect_fact(reading, "office.trackedchanges", "1");
  expect_fact(reading, "office.comments", "1");
}

TEST(OfficeMetadata, AnEncryptedFileIsSaidToBeEncrypted) {
  const Reading reading = read_office(write_zip(
      {{"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"}, {"content.xml", "noise"}}));
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].reason.english(), "the file is encrypted");
}

TEST(OfficeMetadata, AnotherZippedFileIsSaidToHoldFiles) {
  const Reading reading = read_office(write_zip({{"a.txt", "text"}}));
  ASSERT_EQ(reading.facts.size(), 1U);
  EXPECT_EQ(reading.facts[0].betrays, Betrays::enclosed);
}

TEST(OfficeMetadata, ADamagedPartIsNamed) {
  auto parts = docx_parts();
  parts[4].bytes = "<w:document>";
  const Reading reading = read_office(write_zip(parts));
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_NE(reading.problems[0].reason.english().find("word/document.xml"), std::string::npos);
  EXPECT_FALSE(reading.facts.empty());
}

}  // namespace sanaq::evidence
