#include "sanaq/tables/file_kind.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::tables {

TEST(FileKind, IsSeenByTheBytesWhateverTheName) {
  const std::string folder = SANAQ_SOURCE_DIR "/tests/tables/fixtures/";
  EXPECT_EQ(kind_of_file(base::read_file(folder + "lists.xlsx"), "a.csv"), FileKind::xlsx);
  EXPECT_EQ(kind_of_file(base::read_file(folder + "list.ods"), "a.csv"), FileKind::ods);
  EXPECT_EQ(kind_of_file("name,date\n", "a.xlsx"), FileKind::text);
  EXPECT_EQ(kind_of_file("MM,name\n", "a.csv"), FileKind::text);
}

TEST(FileKind, WhatIsNoTableIsNamed) {
  const std::string jpeg = "\xFF\xD8\xFF\xE0";
  for (const std::string& bytes :
       {jpeg, std::string("\x89PNG\r\n\x1a\n"), std::string("%PDF-1.7\n"),
        std::string("PK\x03\x04 something"), std::string("\xD0\xCF\x11\xE0"), std::string()}) {
    try {
      (void)kind_of_file(bytes, "list.csv");
      FAIL() << bytes;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::bad_input);
      EXPECT_EQ(error.message().arguments.at(0), "list.csv");
    }
  }
}

}  // namespace sanaq::tables
