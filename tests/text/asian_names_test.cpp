#include "sanaq/text/asian_names.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

std::string split(std::string_view name) {
  const std::vector<Word> words = split_words(name);
  std::string joined;
  for (const AsianPart& part : asian_name(words)) {
    if (!joined.empty()) joined += '|';
    joined += to_utf8(part.word.letters);
  }
  return joined;
}

}  // namespace

TEST(AsianName, FamilyNameFirst) {
  EXPECT_EQ(split("王小明"), "王|小明");
  EXPECT_EQ(split("诸葛亮"), "诸葛|亮");
  EXPECT_EQ(split("諸葛亮"), "诸葛|亮");
  EXPECT_EQ(split("김철수"), "kim|철수");
  EXPECT_EQ(split("Kim Chul"), "kim|chul");
}

TEST(AsianName, SyllablesOfAGivenNameAreOneWord) {
  EXPECT_EQ(split("Kim Min Su"), "kim|minsu");
  EXPECT_EQ(split("Kim Min-su"), "kim|minsu");
  EXPECT_EQ(split("Min Su Kim"), "minsu|kim");
  EXPECT_EQ(split("Jin Woo Kim"), "jinwoo|kim");
  EXPECT_EQ(split("Wang Xiao Ming"), "wang|xiaoming");
  EXPECT_EQ(split("Ким Ын Чхоль"), "ким|ынчхоль");
}

TEST(AsianName, OtherNamesAreNone) {
  for (const char* name : {"王", "John Smith", "Nurlan Kurmanov", "Ким Алексей Петрович", "Lee",
                           "Nguyen Van Anh", "María García López", ""})
    EXPECT_EQ(split(name), "") << name;
}

TEST(AsianName, ForeignNamesInHanLettersAreTranscriptions) {
  const auto parts = asian_name(split_words("约翰·史密斯"));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_TRUE(parts[1].reading->is_transcription);
  EXPECT_FALSE(asian_name(split_words("王小明")).at(1).reading->is_transcription);
}

}  // namespace sanaq::text
