#include "sanaq/articles/entity.h"

#include <gtest/gtest.h>

namespace sanaq::articles {

TEST(Entity, NamesAndNumbersBecomeLetters) {
  EXPECT_EQ(decoded_entity("&mdash;"), "—");
  EXPECT_EQ(decoded_entity("&#8212;"), "—");
  EXPECT_EQ(decoded_entity("&#x41;"), "A");
  EXPECT_EQ(decoded_entity("&nbsp;"), "\u00a0");
}

TEST(Entity, WhatMarkupNeedsIsPlainText) {
  EXPECT_EQ(decoded_entity("&lt;"), "<");
  EXPECT_EQ(decoded_entity("&gt;"), ">");
  EXPECT_EQ(decoded_entity("&amp;"), "&");
  EXPECT_EQ(decoded_entity("&quot;"), "\"");
}

TEST(Entity, WhatIsNoneStaysAsItIs) {
  for (const char* text : {"&nosuchname;", "&", "", "plain"}) EXPECT_EQ(decoded_entity(text), text);
}

}  // namespace sanaq::articles
