#include "sanaq/pages/article_list.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {

TEST(ArticleList, EachHasItsTitleItsDayAndItsFirstWords) {
  const std::string list =
      article_list(test::a_view_with_articles(), {0, 2}, draw::Voice("en"), "../");
  EXPECT_NE(list.find("href=\"../articles/newest.html\""), std::string::npos);
  EXPECT_NE(list.find("Three &lt;years&gt;"), std::string::npos);
  EXPECT_NE(list.find("16 December 2014"), std::string::npos);
  EXPECT_NE(list.find("First words."), std::string::npos);
  EXPECT_EQ(test::times(list, "<time"), 1u);  // the other has no day
}

TEST(ArticleList, WhatIsNotTranslatedSaysItsLanguage) {
  const std::string list = article_list(test::a_view_with_articles(), {0}, draw::Voice("ru"), "");
  EXPECT_NE(list.find("lang=\"en\""), std::string::npos);
  EXPECT_NE(list.find("16 декабря 2014"), std::string::npos);
}

TEST(ArticleList, TheFrontPageHasTheThreeNewest) {
  PublicView view = test::a_view_with_articles();
  EXPECT_EQ(test::times(newest_articles(view, draw::Voice("en")), "<li>"), 3u);
  EXPECT_EQ(newest_articles(view, draw::Voice("en")).find("articles.html"), std::string::npos);
  view.written.articles.push_back(test::an_article("oldest", "2012-12-16"));
  EXPECT_EQ(test::times(newest_articles(view, draw::Voice("en")), "<li>"), 3u);
  EXPECT_NE(newest_articles(view, draw::Voice("en")).find("articles.html"), std::string::npos);
  EXPECT_EQ(newest_articles(test::a_view(), draw::Voice("en")), "");
}

}  // namespace sanaq::pages
