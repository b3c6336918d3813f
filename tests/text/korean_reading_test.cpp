#include "sanaq/text/korean_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

bool may_be(std::string_view word, std::string_view hangul) {
  const auto wanted = korean_readings(to_utf32(hangul)).at(0);
  const auto readings = korean_readings(to_utf32(word));
  return std::find(readings.begin(), readings.end(), wanted) != readings.end();
}

}  // namespace

TEST(KoreanReadings, UsualSpellingsOfFamilyNames) {
  for (const char* word : {"lee", "yi", "ri", "rhee", "i", "ли"})
    EXPECT_TRUE(may_be(word, "이")) << word;
  for (const char* word : {"park", "pak", "bak", "пак"}) EXPECT_TRUE(may_be(word, "박")) << word;
  for (const char* word : {"choi", "choe"}) EXPECT_TRUE(may_be(word, "최")) << word;
  for (const char* word : {"jung", "chung", "jeong", "jong"})
    EXPECT_TRUE(may_be(word, "정")) << word;
  for (const char* word : {"roh", "noh", "no"}) EXPECT_TRUE(may_be(word, "노")) << word;
  EXPECT_TRUE(may_be("ryu", "유"));
  EXPECT_TRUE(may_be("yoo", "류"));
}

TEST(KoreanReadings, GivenNamesJoined) {
  for (const char* word : {"minsu", "minsoo"}) EXPECT_TRUE(may_be(word, "민수")) << word;
  for (const char* word : {"younghee", "yeonghui", "yonghui"})
    EXPECT_TRUE(may_be(word, "영희")) << word;
  EXPECT_FALSE(may_be("minju", "민수"));
  EXPECT_FALSE(may_be("minho", "민수"));
}

TEST(KoreanReadings, WhatCannotBeKoreanHasNone) {
  EXPECT_TRUE(korean_readings(U"smith").empty());
  EXPECT_TRUE(korean_readings(U"kurmanov").empty());
  EXPECT_TRUE(korean_readings(U"").empty());
  EXPECT_TRUE(korean_readings(std::u32string(1000, U'o')).empty());
  EXPECT_TRUE(korean_readings(U"kkyeoukkyeoukkyeoukkyeou").size() < 100);
}

TEST(KoreanFamilyRank, CommonerNamesFirst) {
  EXPECT_LT(*korean_family_rank(U"kim"), *korean_family_rank(U"jin"));
  EXPECT_FALSE(korean_family_rank(U"smith"));
}

}  // namespace sanaq::text
