#include "sanaq/link/plain_value.h"

#include <gtest/gtest.h>

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

TEST(PlainValue, LettersAreWholeCodePoints) { EXPECT_EQ(to_letters("қa"), U"қa"); }

}  // namespace
}  // namespace sanaq::link
