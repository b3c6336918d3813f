#include "sanaq/office/xml_text.h"

#include <gtest/gtest.h>

namespace sanaq::office {

using namespace std::string_literals;

TEST(XmlText, ReferencesAreLettersOfUnicodeAndNothingElse) {
  EXPECT_EQ(referred_text("amp"), "&");
  EXPECT_EQ(referred_text("#1178"), "Қ");
  EXPECT_EQ(referred_text("#x4dA"), "Ӛ");
  EXPECT_EQ(referred_text("#x10FFFF"), "\xF4\x8F\xBF\xBF");
  for (const char* none : {"#x110000", "#-1", "#xD800", "#xDFFF", "#0", "#x1", "#xFFFE", "#", "#x",
                           "#99999999999999999999", "#x 41", "nbsp", "", "#xg", "#1a"})
    EXPECT_FALSE(referred_text(none)) << none;
}

TEST(XmlText, TextIsWellFormedUtf8OfLetters) {
  EXPECT_TRUE(is_xml_text("Құрманов, tab\tand line\r\n and eight and more plain letters"));
  EXPECT_TRUE(is_xml_text(""));
  EXPECT_FALSE(is_xml_text("a control \x01 among plain letters"));
  EXPECT_FALSE(is_xml_text("\x0B"));
  EXPECT_FALSE(is_xml_text("a zero byte \0 among letters"s));
  EXPECT_FALSE(is_xml_text("half a letter \xD2"));
  EXPECT_FALSE(is_xml_text("\xED\xA0\x80"));      // a surrogate
  EXPECT_FALSE(is_xml_text("\xF4\x90\x80\x80"));  // beyond Unicode
  EXPECT_FALSE(is_xml_text("\xC0\xAF"));          // longer than needed
  EXPECT_FALSE(is_xml_text("\xE0\x80\xAF"));
  EXPECT_FALSE(is_xml_text("\xEF\xBF\xBE"));  // U+FFFE is no letter
}

TEST(XmlText, Utf16IsTurnedOver) {
  EXPECT_EQ(utf8_of_xml("\xFF\xFE<\0a\0/\0>\0"s), "<a/>");
  EXPECT_EQ(utf8_of_xml("\xFE\xFF\0<\x04\x9A\0>"s), "<Қ>");
  EXPECT_EQ(utf8_of_xml("<\0a\0>\0"s), "<a>");
  EXPECT_EQ(utf8_of_xml("\xFF\xFE\x3D\xD8\x00\xDE"s), "\xF0\x9F\x98\x80");
  EXPECT_EQ(utf8_of_xml("<a/>"), "<a/>");
  EXPECT_FALSE(utf8_of_xml("\xFF\xFE<\0a"s));
  EXPECT_FALSE(utf8_of_xml("\xFF\xFE\x3D\xD8\x41\0"s));
  EXPECT_FALSE(utf8_of_xml("\xFF\xFE\x3D\xD8"s));
  EXPECT_FALSE(utf8_of_xml("\xFF\xFE\x00\xDE"s));
}

}  // namespace sanaq::office
