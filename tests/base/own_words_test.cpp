#include "sanaq/base/own_words.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(OwnWords, AreThoseOfTheSentencesInEveryLanguage) {
  EXPECT_TRUE(is_own_word("check"));
  EXPECT_TRUE(is_own_word("путь"));
}

TEST(OwnWords, NamesAndPartsOfWordsAreNone) {
  EXPECT_FALSE(is_own_word("Zubairasyl"));
  EXPECT_FALSE(is_own_word("Зүбәйрасыл"));
  EXPECT_FALSE(is_own_word("chec"));
  EXPECT_FALSE(is_own_word(""));
}

}  // namespace sanaq::base
