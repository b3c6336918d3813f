#include "sanaq/text/asian_names.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

std::string split(std::string_view name) {
  std::string joined;
  for (const Word& word : split_asian_names(split_words(name))) {
    if (!joined.empty()) joined += '|';
    joined += to_utf8(word.letters);
  }
  return joined;
}

}  // namespace

TEST(SplitAsianNames, FamilyNameFirst) {
  EXPECT_EQ(split("王小明"), "王|小明");
  EXPECT_EQ(split("诸葛亮"), "诸葛|亮");
  EXPECT_EQ(split("김철수"), "kim|철수");
  EXPECT_EQ(split("Kim Chul"), "kim|chul");
  EXPECT_EQ(split("王"), "王");
}

}  // namespace sanaq::text
