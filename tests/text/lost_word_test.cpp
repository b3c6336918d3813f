#include "sanaq/text/lost_word.h"

#include <gtest/gtest.h>

#include <string>

namespace sanaq::text {

// All names are invented.
TEST(WordWithLostLetters, AQuestionMarkInTheMidstOrAtTheBeginningOfAWord) {
  EXPECT_EQ(word_with_lost_letters("Т??жанов Серік"), "Т??жанов");
  EXPECT_EQ(word_with_lost_letters("Серік ?алиас?ар"), "?алиас?ар");
  EXPECT_EQ(word_with_lost_letters("?скемен"), "?скемен");
  EXPECT_EQ(word_with_lost_letters("?ЛЖАНОВА"), "?ЛЖАНОВА");
  EXPECT_EQ(word_with_lost_letters("M?ssler, J?rgen"), "M?ssler,");
  const std::string lost = "???????? ????? ????????";
  EXPECT_EQ(word_with_lost_letters(lost), lost);
  EXPECT_EQ(word_with_lost_letters("?????"
                                   "-2"),
            "?????"
            "-2");
}

TEST(WordWithLostLetters, DoubtAndNothingAreNone) {
  for (const char* cell : {"", "?", "??", "???", "????", "?? ??", "Ковылин?", "?Ковылин",
                           "Ковылин (?)", "Ковылин ?", "? Ковылин", "12.?\?.1985", "??.??.?\?\?\?",
                           "1985?", "https://example.org/?a=b", "c. 1975?", "- ?"})
    EXPECT_EQ(word_with_lost_letters(cell), "") << cell;
}

TEST(WordWithLostBytes, HoldsTheSignForALostLetter) {
  EXPECT_EQ(word_with_lost_bytes("Серік Айна\xEF\xBF\xBDұр"), "Айна\xEF\xBF\xBDұр");
  EXPECT_EQ(word_with_lost_bytes("Серік"), "");
}

}  // namespace sanaq::text
