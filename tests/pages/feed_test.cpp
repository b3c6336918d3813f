#include "sanaq/pages/feed.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {

TEST(Feed, HasTheNewestWithDaysAndNamesThatStay) {
  const std::string atom = feed(test::a_view_with_articles(), draw::Voice("en"));
  EXPECT_EQ(test::times(atom, "<entry"), 2u);  // the third has no date
  EXPECT_NE(atom.find("<updated>2014-12-16T00:00:00Z</updated>"), std::string::npos);
  EXPECT_NE(atom.find("<link href=\"articles/newest.html\"/>"), std::string::npos);
  EXPECT_NE(atom.find("Three &lt;years&gt;"), std::string::npos);
  EXPECT_EQ(test::times(atom, "<id>urn:uuid:"), 3u);
}

TEST(Feed, HasAtMostTwenty) {
  PublicView view = test::a_view_with_articles();
  view.written.articles.clear();
  for (int number = 0; number < 50; ++number)
    view.written.articles.push_back(test::an_article("a" + std::to_string(number), "2014-12-16"));
  EXPECT_EQ(test::times(feed(view, draw::Voice("en")), "<entry"), feed_entries_max);
}

TEST(Feed, WhatIsNotTranslatedSaysItsLanguage) {
  const std::string atom = feed(test::a_view_with_articles(), draw::Voice("ru"));
  EXPECT_NE(atom.find("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\">"),
            std::string::npos);
  EXPECT_NE(atom.find("<entry xml:lang=\"en\">"), std::string::npos);
}

}  // namespace sanaq::pages
