#include "sanaq/text/lookalike.h"

#include <gtest/gtest.h>

#include <array>

namespace sanaq::text {
namespace {

const WordsSeen words(std::array<WordsSeen::Written, 5>{
    {{"visibility"}, {"видимость"}, {"көріну"}, {"доступ", "dostup"}, {"公开"}}});

TEST(Lookalike, TextsThatLookTheSameHaveTheSameLetters) {
  EXPECT_EQ(seen_letters("visibility"), seen_letters("VISIBILITY"));
  EXPECT_EQ(seen_letters("visibility"),
            seen_letters("v\u0456s\u0456b\u0456l\u0456ty"));  // Cyrillic і
  EXPECT_EQ(seen_letters("visibility"), seen_letters(" [visi\u200Bbility]: "));
  EXPECT_EQ(seen_letters("visibility"), seen_letters("\uFF36isibility"));  // a wide V
  EXPECT_EQ(seen_letters("доступ"), seen_letters("дoступ"));               // Latin o
  EXPECT_NE(seen_letters("visibility"), seen_letters("victim"));
}

TEST(Lookalike, SlipsOfThePenAreTakenForTheWord) {
  for (const char* text : {"visibilty",
                           "visibillity",
                           "visiblity",
                           "visbility",
                           "vizibility",
                           "isibility",
                           "visibiliyt",
                           "VISIBILITY?",
                           "visibility (who)",
                           "row visibility",
                           "visibility2",
                           "vis ibility",
                           "v\u0456s\u0456bility",
                           "видимость",
                           "Видимость строки",
                           "видимст",
                           "vidimost",
                           "доступ",
                           "дoступ",
                           "Көріну",
                           "korinu",
                           "visibilité",
                           "公开吗"})
    EXPECT_TRUE(looks_like_part(text, words)) << text;
}

TEST(Lookalike, OtherWordsAreNot) {
  for (const char* text : {"", " ", "victim", "title", "note", "Extra", "source", "дата", "место",
                           "аты-жөні", "ability", "status", "城市"})
    EXPECT_FALSE(looks_like_part(text, words)) << text;
}

TEST(Lookalike, OneWordIsTheWholeText) {
  EXPECT_TRUE(looks_like_one("Vis ibilty", words));
  EXPECT_TRUE(looks_like_one("dostup", words));
  EXPECT_FALSE(looks_like_one("row visibility", words));
  EXPECT_FALSE(looks_like_one("доступ к адвокату", words));
}

}  // namespace
}  // namespace sanaq::text
