#include "sanaq/pages/article_page.h"

#include <gtest/gtest.h>

#include <regex>

#include "pages/an_article.h"

namespace sanaq::pages {
namespace {

// What a reader sees of markup, with single blanks.
std::string seen(const std::string& markup) {
  const std::string words = std::regex_replace(markup, std::regex("<[^>]*>"), "");
  return std::regex_replace(words, std::regex("[ \n]+"), " ");
}

}  // namespace

TEST(ArticlePage, HasTheWayToItItsDayItsAuthorAndItsTags) {
  const PublicView view = test::a_view_with_articles();
  const Page page = article_page(view, view.written.articles[0], draw::Voice("en"));
  EXPECT_EQ(page.path, "articles/newest.html");
  EXPECT_EQ(page.section, "sections/solidarity");
  const std::string words = seen(page.body);
  EXPECT_NE(words.find("Home » Solidarity » Three &lt;years&gt; of newest"), std::string::npos)
      << words;
  EXPECT_NE(words.find("16 December 2014, An &lt;author&gt;"), std::string::npos) << words;
  EXPECT_NE(words.find("Tags: oil"), std::string::npos) << words;
  EXPECT_NE(words.find("no comments yet"), std::string::npos) << words;
  EXPECT_EQ(words.find("be the first"), std::string::npos);
  EXPECT_NE(page.body.find("href=\"../sections/solidarity.html\""), std::string::npos);
  EXPECT_NE(page.body.find("href=\"../tags/oil.html\""), std::string::npos);
}

TEST(ArticlePage, WhoCanSendCommentsIsAskedForOne) {
  PublicView view = test::a_view_with_articles();
  view.written.intake.is_open = true;
  const PublicArticle& article = view.written.articles[0];
  EXPECT_NE(article_page(view, article, draw::Voice("en")).body.find("be the first"),
            std::string::npos);
  view.written.articles[0].takes_comments = false;
  EXPECT_EQ(article_page(view, article, draw::Voice("en")).body.find("omments"), std::string::npos);
}

TEST(ArticlePage, WithoutATranslationTheFirstTextStandsInAndSaysSo) {
  PublicView view = test::a_view_with_articles();
  const std::string russian = article_page(view, view.written.articles[0], draw::Voice("ru")).body;
  EXPECT_NE(russian.find("<article class=\"prose\" lang=\"en\">"), std::string::npos);
  EXPECT_NE(russian.find("English"), std::string::npos);
  EXPECT_NE(russian.find("16 декабря 2014"), std::string::npos);
  view.written.articles[0].texts.push_back(test::a_text("ru", "Три года", "Слова."));
  const std::string translated =
      article_page(view, view.written.articles[0], draw::Voice("ru")).body;
  EXPECT_EQ(translated.find("lang=\"en\">\n<h1"), std::string::npos);
  EXPECT_NE(translated.find("Слова."), std::string::npos);
}

TEST(ArticlePage, WithoutDayAuthorSectionAndTagsNothingEmptyIsLeft) {
  PublicView view = test::a_view_with_articles();
  PublicArticle& bare = view.written.articles[2];
  bare.section.reset();
  bare.tags.clear();
  bare.texts[0].author.clear();
  const Page page = article_page(view, bare, draw::Voice("en"));
  EXPECT_EQ(page.section, "articles");
  EXPECT_EQ(page.body.find("byline"), std::string::npos);
  EXPECT_EQ(page.body.find("class=\"tags"), std::string::npos);
}

TEST(ArticlePage, ATitleOfFiveThousandLettersIsShortOutsideTheHeading) {
  PublicView view = test::a_view_with_articles();
  view.written.articles[0].texts[0].title = std::string(5000, 'x');
  const Page page = article_page(view, view.written.articles[0], draw::Voice("en"));
  EXPECT_LT(page.title.size(), 100u);
  EXPECT_EQ(test::times(page.body, std::string(5000, 'x')), 1u);
  EXPECT_NE(page.body.find("<h1 class=\"long\">"), std::string::npos);
}

}  // namespace sanaq::pages
