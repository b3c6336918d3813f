#include "sanaq/simulate/spelling.h"

#include <gtest/gtest.h>

#include "sanaq/simulate/letters.h"
#include "sanaq/simulate/name_pools.h"

namespace sanaq::simulate {
namespace {

bool is_russian(char32_t letter) {
  const char32_t small = lower(letter);
  return (small >= U'а' && small <= U'я') || small == U'ё';
}

TEST(Spelling, PlainHabitsGiveTheCommonRomanisation) {
  EXPECT_EQ(in_english("Құрманғалиев", {}), "Kurmangaliev");
  EXPECT_EQ(in_english("Жанар", {}), "Zhanar");
  EXPECT_EQ(in_english("Щукарёв", {}), "Shchukaryov");
}

TEST(Spelling, HabitsChangeTheirLetters) {
  RomanHabits habits;
  habits.j_for_zh = habits.q_for_k = habits.gh_for_g = habits.h_for_kh = habits.i_for_y = true;
  EXPECT_EQ(in_english("Жандос Қайрат Ғалымжан Ханов", habits), "Jandos Qairat Ghalymjan Hanov");
}

TEST(Spelling, RussianSpellingHasOnlyRussianLetters) {
  num::Rng random(1, "test");
  for (const std::string_view name : kazakh_given(false)) {
    for (const char32_t letter : to_letters(in_russian(name, random)))
      EXPECT_TRUE(is_russian(letter));
  }
}

TEST(Spelling, EveryNameOfThePoolsCanBeRomanised) {
  for (const bool is_female : {false, true}) {
    for (const auto names : {kazakh_given(is_female), russian_given(is_female)}) {
      for (const std::string_view name : names) {
        for (const char letter : in_english(name, {}))
          EXPECT_TRUE(std::isalpha(static_cast<unsigned char>(letter)) != 0) << name;
      }
    }
  }
}

TEST(Spelling, ClerksDiffer) {
  num::Rng random(1, "test");
  int with_j = 0;
  for (int clerk = 0; clerk < 1000; ++clerk) with_j += draw_habits(random).j_for_zh ? 1 : 0;
  EXPECT_GT(with_j, 100);
  EXPECT_LT(with_j, 300);
}

}  // namespace
}  // namespace sanaq::simulate
