#include "sanaq/draw/voice.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(Voice, GroupsNumbersAsTheLanguageDoes) {
  EXPECT_EQ(Voice("en").number(std::int64_t{12345}), "12,345");
  EXPECT_EQ(Voice("ru").number(std::int64_t{12345}).find(','), std::string::npos);
}

TEST(Voice, NeverRoundsDoubtAway) {
  EXPECT_EQ(Voice("en").percent(0.9999).find("100"), std::string::npos);
}

TEST(Voice, ARangeOfOneNumberIsThatNumber) {
  EXPECT_EQ(Voice("en").range(5, 5), "5");
  EXPECT_NE(Voice("en").range(5, 7), "5");
}

TEST(Voice, CountsInRussianPlurals) {
  const Voice russian("ru");
  EXPECT_NE(russian.count("{} claim", "{} claims", 2), russian.count("{} claim", "{} claims", 5));
}

}  // namespace sanaq::draw
