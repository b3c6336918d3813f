#include "sanaq/text/keys.h"

#include <gtest/gtest.h>

#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

Units units(std::string_view word) {
  const std::u32string letters = split_words(word).front().letters;
  return read_word(letters, cyrillic_language(letters), is_kazakh_arabic(letters)).units;
}

}  // namespace

TEST(RarityKey, FoldsConsonantsAndHidesVowels) {
  EXPECT_EQ(rarity_key(units("Konurov"), Script::latin), "kVnVrVv");
  EXPECT_EQ(rarity_key(units("Қоңыров"), Script::cyrillic), "kVŋVrVv");
  EXPECT_EQ(rarity_key(units("محمد"), Script::arabic), "mḥmd");
}

TEST(HandFold, MakesOneSpelling) {
  for (const char* spelling : {"Құрманов", "Курманов", "Kurmanov", "Qūrmanov", "قۇرمانوۆ"})
    EXPECT_EQ(latin_key(units(spelling)), "kurmanov") << spelling;
  EXPECT_EQ(latin_key(units("Жақыпов")), latin_key(units("Jakypov")));
}

TEST(Skeleton, MeetsAcrossScripts) {
  EXPECT_EQ(skeleton(units("محمد")), skeleton(units("Mohammed")));
  EXPECT_EQ(skeleton(units("Мұхаммед")), skeleton(units("محمد")));
  EXPECT_EQ(skeleton(units("כהן")), skeleton(units("Cohen")));
  EXPECT_EQ(skeleton(units("Ia")), "i");
  EXPECT_LE(skeleton(units("Konstantinopolskiy")).size(), 6U);
}

}  // namespace sanaq::text
