#include "sanaq/text/units.h"

#include <gtest/gtest.h>

#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

std::string read(std::string_view word) {
  const std::u32string letters = split_words(word).front().letters;
  return to_utf8(
      symbols_of(read_word(letters, cyrillic_language(letters), is_kazakh_arabic(letters)).units));
}

}  // namespace

TEST(ReadWord, Latin) {
  EXPECT_EQ(read("Shcherbakov"), "Щerbakov");
  EXPECT_EQ(read("Chtcherbakov"), "XCerbakov");
  EXPECT_EQ(read("Zhumagulov"), "Jumagulov");
  EXPECT_EQ(read("Yevgeniy"), "єvğeniy");
  EXPECT_EQ(read("Ötegenūly"), "Oteğenuly");
  EXPECT_EQ(read("Yıldırım"), "yыldыrыm");
  EXPECT_EQ(read("Çağlar"), "ŠaGlar");
  EXPECT_EQ(read("Youssef"), "ёusef");
  EXPECT_EQ(read("McDuck"), "makduk");
  EXPECT_EQ(read("Qurmanov"), "qurmanov");
  EXPECT_EQ(read("Enrique"), "enrikwe");
  EXPECT_EQ(read("Max"), "maks");
  EXPECT_EQ(read("Łódź"), "lodJ");
}

TEST(ReadWord, CyrillicByLanguage) {
  EXPECT_EQ(read("Құрманов"), "qurmanov");
  EXPECT_EQ(read("Сәуле"), "sAwle");
  EXPECT_EQ(read("Уәлихан"), "wAliHan");
  EXPECT_EQ(read("Курманов"), "kurmanov");
  EXPECT_EQ(read("Юрьевич"), "юrєviC");
  EXPECT_EQ(read("Джумагулов"), "jumagulov");
  EXPECT_EQ(read("Гнатів"), "gnativ");
  EXPECT_EQ(read("Їжак"), "yiJak");
  EXPECT_EQ(read("Гаїна"), "hayina");
  EXPECT_EQ(read("Ўктам"), "oktam");
  EXPECT_EQ(read("Љиљана"), "lyilyana");
}

TEST(ReadWord, ArabicHebrewGreek) {
  EXPECT_EQ(read("محمد"), "mḥmd");
  EXPECT_EQ(read("الشريف"), "اlSrيf");
  EXPECT_EQ(read("قۇرمانوۆ"), "qurmanov");
  EXPECT_EQ(read("כהן"), "כהn");
  EXPECT_EQ(read("ג׳ורג׳"), "jוrj");
  EXPECT_EQ(read("Μπάμπης"), "babis");
}

TEST(ReadWord, ScriptsThroughIcu) {
  const Reading reading = read_word(to_utf32("გიორგი"), Language::russian, false);
  EXPECT_EQ(reading.script, Script::other);
  EXPECT_EQ(to_utf8(symbols_of(reading.units)), "ğiorği");
}

TEST(ReadWord, NothingFromNothing) {
  EXPECT_TRUE(read_word(U"", Language::russian, false).units.empty());
  EXPECT_TRUE(read_word(U"123", Language::russian, false).units.empty());
}

TEST(Units, SymbolsAndNumbersAreOneToOne) {
  for (char unit = 1; unit < unit_count; ++unit)
    EXPECT_EQ(units_of(symbols_of(std::string(1, unit))), std::string(1, unit));
  EXPECT_EQ(units_of(U"aab"), units_of(U"ab"));  // equal neighbours become one
}

TEST(Units, ClassesAndVowels) {
  EXPECT_EQ(consonant_classes(units_of(U"aeo")), 0U);
  EXPECT_EQ(consonant_classes(units_of(U"kq")), consonant_classes(units_of(U"h")));
  EXPECT_TRUE(is_vowel(units_of(U"a")[0]));
  EXPECT_FALSE(is_vowel(units_of(U"w")[0]));
}

}  // namespace sanaq::text
