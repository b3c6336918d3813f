#include "sanaq/pages/topic_slug.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "sanaq/articles/article.h"

namespace sanaq::pages {

TEST(TopicSlug, WordsBecomeLatinLettersAndHyphens) {
  EXPECT_EQ(topic_slug("Solidarity"), "solidarity");
  EXPECT_EQ(topic_slug("  Oil & gas, 2011 "), "oil-gas-2011");
  EXPECT_EQ(topic_slug("Солидарность"), "solidarnost");
  EXPECT_EQ(topic_slug("../../etc/passwd"), "etc-passwd");
}

TEST(TopicSlug, WhatLeavesNothingHasAnAddressAllTheSame) {
  for (const char* words : {"", "…", "—", "\xFF"}) EXPECT_EQ(topic_slug(words), "x") << words;
}

TEST(TopicSlug, NamesThatADiskReservesAreNoNames) {
  EXPECT_EQ(topic_slug("con"), "con-x");
  EXPECT_EQ(topic_slug("LPT1"), "lpt1-x");
}

RC_GTEST_PROP(TopicSlug, AnyWordsGiveASafeName, (const std::string& words)) {
  RC_ASSERT(articles::is_slug(topic_slug(words)));
}

}  // namespace sanaq::pages
