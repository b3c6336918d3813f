#include "sanaq/text/letter_models.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

double bits(std::u32string_view word) { return bits_of(weigh(word)); }

}  // namespace

TEST(LetterModels, AWordIsLikelierThanTheSameBytesInAnotherEncoding) {
  EXPECT_LT(bits(U"Нұрлан") + 4, bits(U"Нўрлан"));  // KZ-1048 as windows-1251
  EXPECT_LT(bits(U"Әбенов") + 8, bits(U"Јбенов"));
  EXPECT_LT(bits(U"Müller") + 8, bits(U"MЯller"));      // Mac as IBM866
  EXPECT_LT(bits(U"García") + 8, bits(U"GarcМa"));      // Latin-1 as KOI8-R
  EXPECT_LT(bits(U"Yıldız") + 8, bits(U"Yýldýz"));      // windows-1254 as 1252
  EXPECT_LT(bits(U"Hodžić") + 8, bits(U"Hodžiæ"));      // windows-1250 as 1252
  EXPECT_LT(bits(U"Сарсенов") + 4, bits(U"‘арсенов"));  // Mac as windows-1251
  EXPECT_LT(bits(U"Обухівський") + 2, bits(U"Обухiвський"));
}

TEST(LetterModels, CapitalsInsideAWordSpeakAgainstIt) {
  EXPECT_LT(bits(U"Курманов") + 8, bits(U"кУРМАНОВ"));
  EXPECT_LT(bits(U"Курманов") + 8, bits(U"КурМАнов"));
  EXPECT_LT(bits(U"КУРМАНОВ"), bits(U"Курманов") + 2);
}

TEST(LetterModels, MixedAlphabetsAndSignsInsideAreSeen) {
  EXPECT_TRUE(weigh(U"GarcМa").mixes_alphabets);
  EXPECT_FALSE(weigh(U"García").mixes_alphabets);
  EXPECT_TRUE(weigh(U"М±ќанов").has_sign_inside);
  EXPECT_FALSE(weigh(U"«Мұқанов»").has_sign_inside);
  EXPECT_FALSE(weigh(U"Д\u2019Артаньян").has_sign_inside);
  EXPECT_TRUE(weigh(U"Garc\u064Da").mixes_alphabets || weigh(U"Garc\u064Da").has_sign_inside);
}

TEST(LetterModels, OtherWordsTellWhichLanguageItIs) {
  // ý is Icelandic and Czech, ı Turkish: among Icelandic words the first is not strange.
  const std::vector<WeighedWord> icelandic = {weigh(U"Guðmundsdóttir"), weigh(U"Þorvaldsson"),
                                              weigh(U"Ragnheiður"), weigh(U"Sigríður")};
  std::vector<WeighedWord> with = icelandic;
  with.push_back(weigh(U"Eyþórsson"));
  EXPECT_LT(bits_of(with) - bits_of(icelandic), bits(U"Eyþórsson"));
}

TEST(LetterModels, AnEmptyWordAndOneOfAnUnknownAlphabetAreWeighed) {
  EXPECT_EQ(bits(U""), 0);
  EXPECT_GT(bits(U"გიორგი"), bits(U"Гиорги"));
}

}  // namespace sanaq::text
