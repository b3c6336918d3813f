#include "sanaq/publish/markup.h"

#include <gtest/gtest.h>

namespace sanaq::publish {

TEST(Markup, WhatAListSaysNeverBecomesMarkup) {
  EXPECT_EQ(escape("<b onclick='x'>\"&\""), "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;&quot;");
}

TEST(Markup, LettersStayAndControlCharactersDoNot) {
  EXPECT_EQ(escape("Қайрат"), "Қайрат");
  EXPECT_EQ(escape(std::string_view("a\x01z", 3)), "a\xEF\xBF\xBDz");
}

}  // namespace sanaq::publish
