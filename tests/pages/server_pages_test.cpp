#include "sanaq/pages/server_pages.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "pages/an_article.h"

namespace sanaq::pages {
namespace {

using Pages = std::map<std::string, std::string>;

Pages pages_in(const PublicView& view, const std::string& language) {
  const auto made = server_pages(view, draw::Voice(language));
  return {made.begin(), made.end()};
}

PublicView open_view() {
  PublicView view = test::a_view_with_articles();
  view.written.intake = {true, "", "http://" + std::string(56, 'a') + ".onion", ""};
  return view;
}

// The names of docs/formats/server-pages.md, places and parts together.
const std::map<std::string, std::set<std::string>> names_known = {
    {"guard",
     {"page", "name", "text", "reply_to", "token", "sum_before", "sum_after", "sum_question",
      "minutes", "letters_over", "back", "wrong", "old", "used", "limit", "full", "too_long",
      "empty", "trap"}},
    {"thanks", {"back"}},
    {"testify",
     {"words", "words_token", "text", "contact", "letters_over", "publish_nothing",
      "publish_without_names", "publish_all", "full", "too_long", "empty", "new_words"}},
    {"receipt",
     {"words", "words_token", "text_arrived", "file_arrived", "no_file", "file_too_large", "full",
      "words_asked", "words_right", "words_wrong"}},
    {"return",
     {"words", "reply", "text", "letters_over", "asked", "known", "has_reply", "arrived_today",
      "text_arrived", "file_arrived", "no_file", "file_too_large", "full", "too_long", "empty"}},
    {"error", {"status", "not_found", "bad_form", "full", "too_large", "busy", "failed"}}};

// Every name in a page; parts must end in the order in which they begin.
std::set<std::string> names_in(const std::string& page) {
  std::set<std::string> names;
  std::vector<std::string> open;
  const std::regex place(R"(\{%(if not |if |end |)([a-z0-9_]+)%\})");
  for (std::sregex_iterator at(page.begin(), page.end(), place), end; at != end; ++at) {
    const std::string what = (*at)[1], name = (*at)[2];
    names.insert(name);
    if (what.starts_with("if")) open.push_back(name);
    if (what != "end ") continue;
    EXPECT_FALSE(open.empty()) << name;
    if (open.empty()) return names;
    EXPECT_EQ(open.back(), name);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
  return names;
}

}  // namespace

TEST(ServerPages, HaveTheNamesOfTheFormatAndNoOthersInEveryLanguage) {
  for (const char* language : {"en", "ru"}) {
    const Pages pages = pages_in(open_view(), language);
    for (const auto& [page, known] : names_known) {
      const std::string& bytes = pages.at("server/" + std::string(language) + "/" + page + ".html");
      for (const std::string& name : names_in(bytes)) {
        const bool is_word = std::regex_match(name, std::regex("word([1-9]|10)"));
        EXPECT_TRUE(name == "root" || name == "lang" || is_word || known.contains(name))
            << page << " " << name;
      }
      const std::size_t begins =
          static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '%'));
      EXPECT_EQ(begins % 2, 0U) << page;
    }
    EXPECT_EQ(pages.size(), names_known.size() + 4);
  }
}

TEST(ServerPages, EveryLinkBeginsAtTheRootAndFormsLeadNowhereElse) {
  const std::regex link(R"((?:href|action)=\"([^\"]*)\")");
  for (const auto& [path, bytes] : pages_in(open_view(), "ru")) {
    const bool is_of_proxy = path.find("/4") != path.npos || path.find("/5") != path.npos;
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), link), end; at != end; ++at) {
      const std::string target = (*at)[1];
      EXPECT_TRUE(target.starts_with(is_of_proxy ? "/" : "{%root%}") || target == "#main" ||
                  target == "{%back%}")
          << path << " " << target;
    }
    EXPECT_NE(bytes.find(is_of_proxy ? "form-action 'none'" : "form-action 'self'"),
              std::string::npos);
    EXPECT_EQ(bytes.find("{%") != std::string::npos, !is_of_proxy) << path;
    EXPECT_EQ(bytes.find("\uE0B2"), std::string::npos);
    EXPECT_EQ(bytes.find("\uE0B6"), std::string::npos);
  }
}

TEST(ServerPages, WhatTheInvestigatorsWroteHoldsNoPlace) {
  PublicView view = open_view();
  view.title = "A {%token%} title {%if full%}";
  for (const auto& [path, bytes] : pages_in(view, "en")) {
    if (path.find("/guard") == path.npos) continue;
    EXPECT_EQ(bytes.find("A {%token%}"), std::string::npos);
    EXPECT_NE(bytes.find("A {&#37;token%} title"), std::string::npos);
  }
}

TEST(ServerPages, TheGuardLabelsItsInputInWordsAndHidesItsTrap) {
  const std::string guard = pages_in(open_view(), "en").at("server/en/guard.html");
  EXPECT_NE(guard.find("aria-label=\"{%sum_question%}\""), std::string::npos);
  EXPECT_NE(guard.find("tabindex=\"-1\""), std::string::npos);
  // A line feed at the beginning of a text would be lost.
  EXPECT_NE(guard.find(">\n{%text%}</textarea>"), std::string::npos);
}

TEST(ServerPages, TestimonyOnStaticPagesIsALinkWithTheAddressInTorBesideIt) {
  const PublicView view = open_view();
  const Page page{"articles/a.html", "articles", "A", "<p>Text</p>"};
  const std::string framed = frame(view, draw::Voice("ru"), page);
  EXPECT_NE(framed.find("href=\"../../testify?lang=ru\""), std::string::npos);
  EXPECT_NE(framed.find(view.written.intake.onion + "/testify"), std::string::npos);
  EXPECT_EQ(framed.find("<form"), std::string::npos);
  EXPECT_EQ(frame(test::a_view_with_articles(), draw::Voice("ru"), page).find("testify"),
            std::string::npos);
}

}  // namespace sanaq::pages
