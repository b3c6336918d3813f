#include "sanaq/pages/topic_pages.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {
using test::page_at;

TEST(TopicPages, EverySectionAndTagHasItsPageAndAllArticlesOne) {
  const std::vector<Page> pages = topic_pages(test::a_view_with_articles(), draw::Voice("en"));
  ASSERT_EQ(pages.size(), 3u);
  ASSERT_NE(page_at(pages, "articles.html"), nullptr);
  ASSERT_NE(page_at(pages, "tags/oil.html"), nullptr);
  const Page* section = page_at(pages, "sections/solidarity.html");
  ASSERT_NE(section, nullptr);
  EXPECT_EQ(section->section, "sections/solidarity");
  EXPECT_NE(section->body.find("href=\"../articles/newest.html\""), std::string::npos);
  EXPECT_NE(page_at(pages, "articles.html")->body.find("href=\"tags/oil.html\""),
            std::string::npos);
}

TEST(TopicPages, WithoutArticlesThereAreNone) {
  EXPECT_TRUE(topic_pages(test::a_view(), draw::Voice("en")).empty());
}

TEST(TopicPages, AThousandArticlesAreDividedAndNoPageIsTooLong) {
  PublicView view = test::a_view_with_articles();
  view.written.articles.clear();
  for (int number = 0; number < 1000; ++number)
    view.written.articles.push_back(test::an_article("a" + std::to_string(number), "2014-12-16"));
  const std::vector<Page> pages = topic_pages(view, draw::Voice("en"));
  EXPECT_EQ(pages.size(), 30u);
  const Page* last = page_at(pages, "tags/oil--10.html");
  ASSERT_NE(last, nullptr);
  EXPECT_NE(last->body.find("../articles/a999.html"), std::string::npos);
  EXPECT_NE(last->body.find("href=\"oil.html\""), std::string::npos);
  for (const Page& page : pages) EXPECT_LT(page.body.size(), 150'000u) << page.path;
}

}  // namespace sanaq::pages
