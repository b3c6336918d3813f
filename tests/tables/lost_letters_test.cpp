#include "sanaq/tables/lost_letters.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"

namespace sanaq::tables {
namespace {

std::vector<std::string> warnings_of(const std::string& text) {
  base::Progress progress;
  std::vector<std::string> said;
  for (const base::Message& warning :
       ingest_bytes({.name = "a", .path = "a.csv"}, text, progress).warnings)
    said.push_back(warning.english());
  return said;
}

}  // namespace

// All names are invented.
TEST(TellLostLetters, CountsCellsAndNamesTheFirstRow) {
  const auto said = warnings_of(
      "name,birth,place\nСерік Ковылин,1980,Қаратау\nА?нұр Т??жанова,1990,?ызылой\nСерік,1970,"
      "?ызылой\n");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("in 3 cells, such as “А?нұр” in row 3"), std::string::npos) << said[0];
  EXPECT_NE(said[0].find("CSV UTF-8 or XLSX"), std::string::npos);
}

TEST(TellLostLetters, HeadersAreLookedAtToo) {
  const auto said = warnings_of("name,ту?ан к?ні\nСерік,1980\n");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("in 1 cells, such as “ту?ан” in row 1"), std::string::npos) << said[0];
}

TEST(TellLostLetters, BytesThatTheEncodingDoesNotHaveAreNamed) {
  const auto said = warnings_of("name,birth\nСерік Қаратаев,1980\nАйна\xEF\xBF\xBDұр,1990\n");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("row 3: their bytes are none in UTF-8"), std::string::npos) << said[0];
}

TEST(TellLostLetters, AWholeListIsNotSpokenOf) {
  EXPECT_TRUE(
      warnings_of("name,birth,note\nСерік Қаратаев,1980?,?\nАйнұр?,??.??.1990,???\n").empty());
}

}  // namespace sanaq::tables
