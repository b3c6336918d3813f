#include "sanaq/base/shown.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::base {
namespace {

TEST(Shown, PlainTextInAnyScriptStays) {
  for (const char* text : {"", "Құрманов Айнұр", "الاسم الكامل", "naïve — «ё»", "山田太郎",
                           "👩‍👩‍👧", "a\u200Fb\u200E", "1\u00A0000"})
    EXPECT_EQ(shown(text), text);
}

TEST(Shown, WhatSteersATerminalBecomesAnEscape) {
  EXPECT_EQ(shown("\x1B[2J\x1B[H"), "\\u001B[2J\\u001B[H");
  EXPECT_EQ(shown("\u009B2J"), "\\u009B2J");  // the one-letter form of ESC [
  EXPECT_EQ(shown("a\rb\bc\x7F"), "a\\u000Db\\u0008c\\u007F");
  EXPECT_EQ(shown(std::string_view("a\0b", 3)), "a\\u0000b");
}

TEST(Shown, ANameCannotAddALineOfItsOwn) {
  EXPECT_EQ(shown("Office B\neverything is what it was"),
            "Office B\\u000Aeverything is what it was");
  EXPECT_EQ(shown("a\u2028b\u2029c"), "a\\u2028b\\u2029c");
}

TEST(Shown, WhatTurnsALineRoundBecomesAnEscape) {
  EXPECT_EQ(shown("\u202Egpj.exe"), "\\u202Egpj.exe");
  EXPECT_EQ(shown("\u2066x\u2069\u202Ay\u202C"), "\\u2066x\u2069\\u202Ay\\u202C");
}

TEST(Shown, BytesThatAreNoUtf8AreNamed) {
  EXPECT_EQ(shown("\xCD\xE0\xF0\xEE\xE4.txt"), "\\xCD\\xE0\\xF0\\xEE\\xE4.txt");  // cp1251
  EXPECT_EQ(shown("\xC0\x9B"), "\\xC0\\x9B");                    // an overlong ESC-like form
  EXPECT_EQ(shown("\xED\xA0\x80"), "\\xED\\xA0\\x80");           // a surrogate
  EXPECT_EQ(shown("\xF4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80");  // beyond U+10FFFF
  EXPECT_EQ(shown("a\xE2\x80"), "a\\xE2\\x80");                  // cut short
}

TEST(Shown, LinesOfWholeOutputStay) { EXPECT_EQ(shown_lines("a\tb\nc\n\x1B"), "a\tb\nc\n\\u001B"); }

TEST(Shown, AMessageShowsItsArguments) {
  EXPECT_EQ(message("{} says {}", "\x1B[2J", "a\nb").english(), "\\u001B[2J says a\\u000Ab");
}

RC_GTEST_PROP(Shown, AnyBytesComeOutHarmlessAndTwiceIsOnce, (const std::vector<char>& bytes)) {
  const std::string text(bytes.begin(), bytes.end());
  const std::string once = shown(text);
  for (const char letter : once)
    RC_ASSERT(static_cast<unsigned char>(letter) >= 32 && letter != 127);
  RC_ASSERT(shown(once) == once);
  RC_ASSERT(shown_lines(once) == once);
}

RC_GTEST_PROP(Shown, JsonStaysTheSameJson, (std::vector<std::uint16_t> codes)) {
  std::string text;
  for (const std::uint16_t code : codes) {  // two-byte letters: C1 controls among them
    const unsigned letter = 0x80U + code % 0x700U;
    text += static_cast<char>(0xC0U | (letter >> 6U));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  }
  const nlohmann::json value = {{"text", text + "\u202E"}};
  RC_ASSERT(nlohmann::json::parse(shown_lines(value.dump(1))) == value);
}

}  // namespace
TEST(AsUtf8, OnlyBytesThatAreNoneAreEscaped) {
  EXPECT_EQ(as_utf8("показания\n\x1B.jpg"), "показания\n\x1B.jpg");
  EXPECT_EQ(as_utf8("\xEF\xEE\xEA.jpg"), "\\xEF\\xEE\\xEA.jpg");
}

}  // namespace sanaq::base
