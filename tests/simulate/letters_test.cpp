#include "sanaq/simulate/letters.h"

#include <gtest/gtest.h>

namespace sanaq::simulate {
namespace {

TEST(Letters, TextSurvivesTheRoundTrip) {
  const std::string text = "Құрманов Айнұр № 7 – Pyotr";
  EXPECT_EQ(to_text(to_letters(text)), text);
  EXPECT_EQ(to_letters("ғ").size(), 1U);
}

TEST(Letters, CapitalsOfThreeAlphabetsAreKnown) {
  EXPECT_EQ(in_capitals("ёжик ғқңөұүһәі zhanar"), "ЁЖИК ҒҚҢӨҰҮҺӘІ ZHANAR");
}

TEST(Letters, LoweringUndoesCapitals) {
  for (const char32_t letter : to_letters("абвюяёғқңөұүһәіaz")) {
    EXPECT_EQ(lower(upper(letter)), letter);
    EXPECT_TRUE(is_upper(upper(letter)));
    EXPECT_FALSE(is_upper(letter));
  }
}

}  // namespace
}  // namespace sanaq::simulate
