#include "sanaq/workspace/reader_language.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

std::string language(const std::string& accepts, const std::string& cookie = "") {
  http::Request request;
  request.headers = {{"Accept-Language", accepts}, {"Cookie", cookie}};
  return reader_language(request);
}

TEST(ReaderLanguage, TheBrowsersFirstOneThatIsBuiltIn) {
  EXPECT_EQ("ru", language("ru-RU,ru;q=0.9,en;q=0.8"));
  EXPECT_EQ("kk", language("fr, kk-KZ;q=0.7, en;q=0.3"));
  EXPECT_EQ("ru", language("en;q=0.2, ru;q=0.9"));
  EXPECT_EQ("en", language("fr"));
  EXPECT_EQ("en", language(""));
  EXPECT_EQ("en", language(";q=x,,"));
}

TEST(ReaderLanguage, WhatWasChosenGoesBefore) {
  EXPECT_EQ("kk", language("ru", "sanaq_language=kk"));
  EXPECT_EQ("ru", language("ru", "sanaq_language=../../etc"));
}

}  // namespace
}  // namespace sanaq::workspace
