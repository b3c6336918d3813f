#include "sanaq/pages/comment_thread.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {
namespace {

PublicComment a_comment(const std::string& id, const std::string& parent = "",
                        const std::string& text = "Words.") {
  return {id, parent, "2026-11-30", "en", "Reader " + id, text};
}

std::string order_of(const std::vector<ThreadedComment>& thread) {
  std::string order;
  for (const ThreadedComment& one : thread)
    order += one.comment->id + std::to_string(one.depth) + " ";
  return order;
}

PublicView open_view() {
  PublicView view = test::a_view_with_articles();
  view.written.intake.is_open = true;
  return view;
}

std::string section_of(const PublicView& view, const std::string& language = "en") {
  return comments_section(view, view.written.articles[0], draw::Voice(language));
}

}  // namespace

TEST(CommentThread, AnAnswerStandsBehindWhatItAnswers) {
  PublicArticle article = test::an_article("a", "");
  article.comments = {a_comment("a"),      a_comment("b"),           a_comment("c", "a"),
                      a_comment("d", "c"), a_comment("e", "nobody"), a_comment("f", "f"),
                      a_comment("g", "a")};
  EXPECT_EQ(order_of(thread_of(article, "en")), "a0 c1 d2 g1 b0 e0 f0 ");
  EXPECT_TRUE(thread_of(article, "ru").empty());
}

TEST(CommentThread, TenThousandAnswersToEachOtherAreNoDeeperThanFour) {
  PublicArticle article = test::an_article("a", "");
  std::string parent;
  for (int at = 0; at < 10'000; ++at) {
    article.comments.push_back(a_comment(std::to_string(at), parent));
    parent = std::to_string(at);
  }
  const auto thread = thread_of(article, "en");
  ASSERT_EQ(thread.size(), 10'000U);
  EXPECT_EQ(thread.back().depth, depth_max);
  std::size_t count = 0;
  for (const auto& part : parted(thread)) count += part.size();
  EXPECT_EQ(count, 10'000U);
}

TEST(CommentThread, TheFormStandsWhereCommentsCanBeSentAndTellsThePageAndTheLanguage) {
  PublicView view = open_view();
  const std::string here = section_of(view);
  EXPECT_NE(here.find("be the first"), std::string::npos);
  EXPECT_NE(here.find("action=\"../comment\""), std::string::npos);
  EXPECT_NE(here.find("name=\"page\" value=\"articles/newest.html\""), std::string::npos);
  view.written.intake.origin = "https://example.org";
  EXPECT_NE(section_of(view, "ru").find("action=\"https://example.org/comment\""),
            std::string::npos);
  EXPECT_NE(section_of(view, "ru").find("value=\"ru/articles/newest.html\""), std::string::npos);
  view.written.intake.is_open = false;
  EXPECT_EQ(section_of(view).find("<form"), std::string::npos);
  EXPECT_EQ(section_of(view).find("be the first"), std::string::npos);
}

TEST(CommentThread, WhatIsWrittenIsTextWhateverItIs) {
  PublicView view = open_view();
  view.written.articles[0].comments = {
      a_comment("aaaa", "", "<script>alert(1)</script>\n\n**bold** [a](javascript:b)"),
      a_comment("bbbb", "aaaa", "{{page}} {%token%}")};
  view.written.articles[0].comments[0].is_shortened = true;
  const std::string shown = section_of(view);
  EXPECT_EQ(shown.find("<script"), std::string::npos);
  EXPECT_NE(shown.find("&lt;script&gt;"), std::string::npos);
  EXPECT_NE(shown.find("**bold** [a](javascript:b)"), std::string::npos);
  EXPECT_NE(shown.find("{{page}} {%token%}"), std::string::npos);
  EXPECT_NE(shown.find("href=\"#c-aaaa\""), std::string::npos);
  EXPECT_NE(shown.find("<option value=\"bbbb\">"), std::string::npos);
  EXPECT_NE(shown.find("A moderator shortened this"), std::string::npos);
  EXPECT_EQ(shown.find("be the first"), std::string::npos);
}

TEST(CommentThread, ManyCommentsStandOnFurtherPages) {
  PublicView view = open_view();
  PublicArticle& article = view.written.articles[0];
  for (int at = 0; at < 40; ++at)
    article.comments.push_back(a_comment("c" + std::to_string(at), "", std::string(4'000, 'x')));
  const auto pages = further_comments(article, draw::Voice("en"));
  EXPECT_EQ(pages.size(), 4U);
  EXPECT_EQ(pages.front().path, "comments/newest/2.html");
  EXPECT_NE(pages.front().body.find("href=\"../../articles/newest.html#comments\""),
            std::string::npos);
  EXPECT_NE(section_of(view).find("href=\"../comments/newest/2.html\""), std::string::npos);
  EXPECT_LT(section_of(view).size(), 60'000U);
}

TEST(CommentThread, RefusedOnesAreCountedByDay) {
  PublicView view = open_view();
  EXPECT_TRUE(has_comments_page(view));
  view.written.intake.is_open = false;
  EXPECT_FALSE(has_comments_page(view));
  view.written.refused = {{"2026-11-30", 3}};
  ASSERT_TRUE(has_comments_page(view));
  const Page page = comments_page(view, draw::Voice("en"));
  EXPECT_NE(page.body.find("30 November 2026"), std::string::npos);
  EXPECT_NE(page.body.find(">3</td>"), std::string::npos);
}

}  // namespace sanaq::pages
