#include "sanaq/draw/markup.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(Markup, WhatAListSaysNeverBecomesMarkup) {
  EXPECT_EQ(escape("<b onclick='x'>\"&\""), "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;&quot;");
}

TEST(Markup, LettersStayAndControlCharactersDoNot) {
  EXPECT_EQ(escape("Қайрат"), "Қайрат");
  EXPECT_EQ(escape(std::string_view("a\x01z", 3)), "a\xEF\xBF\xBDz");
}

TEST(Markup, NothingFromOutsideTurnsALineRound) {
  for (const char* text : {"\u202Eexe.gpj", "\u202D", "\u2066", "\u2067", "\u2028", "\u0085",
                           "\u206A", "\uFFF9", "\U000E0041"}) {
    EXPECT_EQ(escape(text).substr(0, 3), "\uFFFD") << text;
    EXPECT_EQ(harmless(text).substr(0, 2), "U+") << text;
  }
  EXPECT_EQ(escape("\u200Eשלום\u200F\u061C"), "\u200Eשלום\u200F\u061C");
}

TEST(Markup, WhatNobodySeesStandsByItsNumber) {
  EXPECT_EQ(harmless("\u202Eliar\u200B Bek\uFEFF"), "U+202EliarU+200B BekU+FEFF");
  EXPECT_EQ(harmless(std::string_view("a\x1bz", 3)), "aU+001Bz");
  EXPECT_EQ(harmless("می\u200Cخواهم"), "می\u200Cخواهم");  // Persian needs it
}

TEST(Markup, BytesThatAreNoUtf8AreSeen) {
  EXPECT_EQ(escape("a\xffz"), "a\uFFFDz");
  EXPECT_EQ(escape("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
  EXPECT_EQ(escape("\xc0\xaf"), "\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(escape("\xe2\x82"), "\uFFFD\uFFFD");            // cut
}

TEST(Markup, ANameWithinASentenceCannotLeaveItsPlace) {
  EXPECT_EQ(isolated("שלום"), "\u2068שלום\u2069");
  EXPECT_EQ(isolated("a\u2069\u202Eb"), "\u2068aU+2069U+202Eb\u2069");
  EXPECT_EQ(isolated(""), "");
  EXPECT_EQ(escape("to " + isolated("שלום") + "."), "to \u2068שלום\u2069.");
}

TEST(Markup, AnIsolateWithoutItsEndIsNone) {
  EXPECT_EQ(escape("a\u2068b"), "a\uFFFDb");
  EXPECT_EQ(escape("a\u2069b"), "a\uFFFDb");
  EXPECT_EQ(escape("\u2068a\u2068b\u2069"), "\uFFFDa\u2068b\u2069");
}

}  // namespace sanaq::draw
