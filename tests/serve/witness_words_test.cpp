#include "sanaq/serve/witness_words.h"

#include <gtest/gtest.h>

#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(WitnessWords, AreFilledEachAndTogether) {
  AReception here;
  const std::string words = intake::normalised_words(intake::new_receipt_words("ru"));
  Filling filling;
  fill_words(filling, words, *here.reception);
  EXPECT_EQ(words, filling.places["words"]);
  EXPECT_EQ(nth_word(words, 7), filling.places["word7"]);
  EXPECT_TRUE(here.reception->tokens.is_ours(words, filling.places["words_token"], here.now));
  EXPECT_EQ("", nth_word(words, 11));
}

TEST(WitnessWords, AWordIsKnownHoweverItIsTyped) {
  const std::string words = intake::normalised_words(intake::new_receipt_words("kk"));
  EXPECT_TRUE(is_nth_word(nth_word(words, 3) + " ", words, 3));
  EXPECT_FALSE(is_nth_word("", words, 3));
  EXPECT_FALSE(is_nth_word(" ", words, 3));
  EXPECT_FALSE(is_nth_word(nth_word(words, 3) + " " + nth_word(words, 4), words, 3));
  EXPECT_FALSE(is_nth_word("x", words, 30));
}

}  // namespace
}  // namespace sanaq::serve
