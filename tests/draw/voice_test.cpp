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

TEST(Voice, AnOwnTextIsSaidInTheLanguageOrWithItsOwn) {
  const OwnTexts own = {
      "en", {"The strike", "The rally"}, {{"ru", {{"The strike", "Забастовка"}}}}};
  const Voice english("en", own), russian("ru", own), kazakh("kk", own), alone("ru");
  EXPECT_EQ(russian.own("The strike"), "Забастовка");
  EXPECT_EQ(russian.other_language_of("The strike"), "");
  EXPECT_EQ(russian.own("The rally"), "The rally");
  EXPECT_EQ(russian.other_language_of("The rally"), "en");
  EXPECT_EQ(kazakh.other_language_of("The strike"), "en");
  EXPECT_EQ(english.own("The strike"), "The strike");
  EXPECT_EQ(english.other_language_of("The strike"), "");
  EXPECT_EQ(russian.other_language_of("Asan Sample"), "");
  EXPECT_EQ(alone.own("The strike"), "The strike");
  EXPECT_EQ(alone.other_language_of("The strike"), "");
}

}  // namespace sanaq::draw
