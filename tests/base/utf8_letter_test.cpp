#include "sanaq/base/utf8_letter.h"

#include <gtest/gtest.h>

#include <string>

namespace sanaq::base {
namespace {

TEST(Utf8Letter, LettersOfEveryLengthAreRead) {
  EXPECT_EQ(first_letter("ab").code, U'a');
  EXPECT_EQ(first_letter("ab").size, 1u);
  EXPECT_EQ(first_letter("қa").code, U'қ');
  EXPECT_EQ(first_letter("қa").size, 2u);
  EXPECT_EQ(first_letter("陈").code, U'陈');
  EXPECT_EQ(first_letter("\U0010FFFF").code, char32_t{0x10FFFF});
  EXPECT_EQ(first_letter("\U0010FFFF").size, 4u);
}

TEST(Utf8Letter, WhatBeginsNoLetterIsOneByte) {
  // Cut short, alone, overlong (two, three and four bytes), a surrogate, beyond the last.
  for (const std::string text : {"\xD2", "\x9B", "\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF",
                                 "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE9\x99z"}) {
    EXPECT_FALSE(first_letter(text).is_whole) << testing::PrintToString(text);
    EXPECT_EQ(first_letter(text).size, 1u);
  }
}

}  // namespace
}  // namespace sanaq::base
