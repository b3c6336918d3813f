#include "sanaq/text/letters.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

std::string split(std::string_view text) {
  std::string joined;
  for (const Word& word : split_words(text)) {
    if (!joined.empty()) joined += '|';
    joined += to_utf8(word.letters);
  }
  return joined;
}

}  // namespace

TEST(SplitWords, AtSpacesHyphensAndInsideCamelCase) {
  EXPECT_EQ(split("  Курманова-Ли,  Айнур "), "курманова|ли|айнур");
  EXPECT_EQ(split("НурланУтегенович"), "нурлан|утегенович");
  EXPECT_EQ(split("ZagipaYahyanovna"), "zagipa|yahyanovna");
  EXPECT_EQ(split("McDonaldJohnson"), "mcdonaldjohnson");
  EXPECT_EQ(split("McDonald"), "mcdonald");
  EXPECT_EQ(split("O'Brien Oʻktamov"), "obrien|oktamov");
  EXPECT_EQ(split(""), "");
  EXPECT_EQ(split("..."), "");
}

TEST(SplitWords, DropsWhatIsNotALetterOfTheName) {
  EXPECT_EQ(split("مُحَمَّد"), "محمد");
  EXPECT_EQ(split("محمـــد"), "محمد");
  EXPECT_EQ(split("Ku\u200Brmanov"), "kurmanov");
}

TEST(SplitWords, RemembersDotsAndSmallLetters) {
  const std::vector<Word> words = split_words("Kurmanov A. von");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_FALSE(words[0].has_dot);
  EXPECT_TRUE(words[1].has_dot);
  EXPECT_TRUE(words[2].starts_small);
  EXPECT_FALSE(words[1].starts_small);
}

TEST(MendScripts, MakesAMixedWordOneScript) {
  EXPECT_EQ(to_utf8(mend_scripts(to_utf32("Cерік"))), "Серік");        // a Latin C
  EXPECT_EQ(to_utf8(mend_scripts(to_utf32("Kұрманов"))), "Кұрманов");  // a Latin K
  EXPECT_EQ(to_utf8(mend_scripts(to_utf32("Asangazyқyzy"))), "Asangazyqyzy");
  EXPECT_EQ(to_utf8(mend_scripts(to_utf32("Серік"))), "Серік");
  EXPECT_EQ(to_utf8(mend_scripts(to_utf32("Serik"))), "Serik");
}

TEST(ToUtf32, IsUndoneByToUtf8) { EXPECT_EQ(to_utf8(to_utf32("санақ 😀 محمد")), "санақ 😀 محمد"); }

}  // namespace sanaq::text
