#include "sanaq/text/language_code.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(LanguageCode, ACountryIsNoLanguage) {
  for (const char* code : {"kk", "ru", "en", "kaz", "kk-Cyrl", "ru_RU", "ky"})
    EXPECT_TRUE(is_language_code(code)) << code;
  for (const char* code : {"kz", "xx", "", "k", "Kazakh", "қазақша", "1"})
    EXPECT_FALSE(is_language_code(code)) << code;
}

}  // namespace sanaq::text
