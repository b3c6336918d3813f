#include "sanaq/text/affixes.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(PatronymicSuffix, KnowsHowSureItIs) {
  EXPECT_EQ(patronymic_suffix(U"серікұлы").kind, Patronymic::sure);
  EXPECT_EQ(patronymic_suffix(U"серікұлы").length, 3U);
  EXPECT_EQ(patronymic_suffix(U"сейітқызы").kind, Patronymic::sure);
  EXPECT_EQ(patronymic_suffix(U"ötegenūly").kind, Patronymic::likely);
  EXPECT_EQ(patronymic_suffix(U"утегенович").kind, Patronymic::family_too);
  EXPECT_EQ(patronymic_suffix(U"hryhorivna").kind, Patronymic::sure);
  EXPECT_EQ(patronymic_suffix(U"курманов").kind, Patronymic::none);
  EXPECT_EQ(patronymic_suffix(U"ұлы").kind, Patronymic::none);  // no stem
  EXPECT_TRUE(is_patronymic_word(U"ұлы"));
  EXPECT_TRUE(is_patronymic_word(U"oğlu"));
}

TEST(FamilySuffix, TellsHisFromHersButNotAlphabets) {
  EXPECT_EQ(family_suffix(U"курманов").kind, family_suffix(U"kurmanov").kind);
  EXPECT_NE(family_suffix(U"курманов").kind, family_suffix(U"курманова").kind);
  EXPECT_EQ(family_suffix(U"zhukovskaya").length, 5U);
  EXPECT_EQ(family_suffix(U"ким").length, 0U);
  EXPECT_EQ(family_suffix(U"иов").length, 0U);  // a stem has three letters
}

TEST(SmallWords, AreKnown) {
  EXPECT_TRUE(is_particle(U"bin"));
  EXPECT_TRUE(is_article(U"ال"));
  EXPECT_TRUE(joins_next(U"عبد"));
  EXPECT_TRUE(joins_previous(U"الدين"));
  EXPECT_TRUE(is_title(U"dr"));
  EXPECT_EQ(generation_of(U"jr"), 2);
  EXPECT_EQ(generation_of(U"iii"), 3);
  EXPECT_EQ(generation_of(U"serik"), 0);
}

}  // namespace sanaq::text
