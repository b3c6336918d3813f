#include "sanaq/link/plain_value.h"

#include <gtest/gtest.h>

#include <vector>

namespace sanaq::link {
namespace {

// What linking starts from is what reading understood.
TEST(PlainValue, WhatCouldNotBeReadIsMissingAndDoesNotDisagree) {
  record::Column sex{"sex", record::Field::sex, {}, {"", "m", "1", "муж"}, {"", "m", "", "m"}};
  EXPECT_EQ(plain_value(sex, 1), "m");
  EXPECT_EQ(plain_value(sex, 2), "");
  EXPECT_EQ(plain_value(sex, 3), "m");
  record::Column birth{
      "birth", record::Field::birth, {}, {"", "14.05.09", "1970"}, {"", "", "1970"}};
  EXPECT_EQ(plain_value(birth, 1), "");
  EXPECT_NE(plain_value(birth, 2), "");
  record::Column name{
      "name", record::Field::name, {}, {"", "Неизвестный мужчина", "Na"}, {"", "", "Na"}};
  EXPECT_EQ(plain_value(name, 1), "");
  EXPECT_EQ(plain_value(name, 2), "na");
  record::Column age{"age", record::Field::age, {}, {"", "45-54", "?"}, {"", "", ""}};
  EXPECT_EQ(plain_value(age, 1), "45-54");
  EXPECT_EQ(plain_value(age, 2), "");
  record::Column own{"note", std::nullopt, {}, {"", "NULL", "Null", "нет данных"}, {}};
  EXPECT_EQ(plain_value(own, 1), "");
  EXPECT_EQ(plain_value(own, 2), "null");
  EXPECT_EQ(plain_value(own, 3), "");
}

TEST(PlainValue, LettersAreWholeCodePoints) {
  EXPECT_EQ(to_letters("қa"), U"қa");
  EXPECT_EQ(to_letters("a€😀"), U"a€😀");
  EXPECT_EQ(to_letters(""), U"");
}

TEST(PlainValue, ALetterThatIsCutAtTheEndIsOneLetter) {
  const std::string whole = "a😀";
  for (std::size_t cut = 1; cut < 4; ++cut) {
    // Just these bytes and none behind them.
    const std::vector<char> bytes(whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(cut));
    const std::u32string letters = to_letters({bytes.data(), bytes.size()});
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0], U'a');
    EXPECT_EQ(letters[1], (U'😀' >> (6 * cut)));
  }
}

}  // namespace
}  // namespace sanaq::link
