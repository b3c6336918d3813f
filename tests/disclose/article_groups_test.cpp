#include "sanaq/disclose/article_groups.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/base/error.h"

namespace sanaq::disclose {
namespace {

using articles::Article;

const std::vector<std::string> languages = {"en", "ru", "kk"};

Article file(const std::string& name, const std::string& more = "") {
  return articles::read_article(
      name, "---\ntitle: " + name + "\nvisibility: public\n" + more + "---\nText.\n");
}
Article closed(const std::string& name, const std::string& visibility = "") {
  return articles::read_article(name, "---\ntitle: SENTINEL\n" +
                                          (visibility.empty() ? "" : "visibility: " + visibility) +
                                          "\n---\nText.\n");
}

std::string refusal(const std::vector<Article>& all) {
  try {
    (void)group_articles(all, languages);
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    return error.what();
  }
  return {};
}

bool is_told(const ArticleGroups& groups, const std::string& words) {
  return std::any_of(groups.warnings.begin(), groups.warnings.end(), [&](const auto& one) {
    return one.english().find(words) != std::string::npos;
  });
}

}  // namespace

TEST(ArticleGroups, TranslationsAreOneArticleTheMainLanguageFirst) {
  const std::vector<Article> all = {file("a.kk.md"), file("a.ru.md"), file("a.en.md"),
                                    file("tri.ru.md", "translation_of: b\n"), file("b.en.md")};
  const ArticleGroups groups = group_articles(all, languages);
  ASSERT_EQ(groups.articles.size(), 2u);
  EXPECT_EQ(groups.articles[0].slug, "a");
  EXPECT_EQ(groups.articles[0].texts[0]->language, "en");
  EXPECT_EQ(groups.articles[1].slug, "b");
  EXPECT_EQ(groups.articles[1].texts.size(), 2u);
}

TEST(ArticleGroups, OnlyWhatSaysThatItIsPublicLeaves) {
  const std::vector<Article> all = {closed("a.en.md"), closed("b.en.md", "restricted"),
                                    closed("c.en.md", "sealed"), closed("d.en.md", "publik"),
                                    articles::read_article("e.en.md", "no front matter")};
  const ArticleGroups groups = group_articles(all, languages);
  EXPECT_TRUE(groups.articles.empty() && groups.own_pages.empty());
  EXPECT_TRUE(is_told(groups, "stay here: 5"));
  EXPECT_TRUE(is_told(groups, "publik"));
  EXPECT_TRUE(is_told(groups, "e.en.md:1: no front matter"));
  EXPECT_FALSE(is_told(groups, "SENTINEL"));
}

TEST(ArticleGroups, TheWordIsReadInEveryLanguageOfOurs) {
  for (const char* word : {"Public", "открыто для всех", "Баршаға ашық"}) {
    const std::vector<Article> all = {closed("a.en.md", word)};
    EXPECT_EQ(group_articles(all, languages).articles.size(), 1u) << word;
  }
}

// Its address would say that there is an original, and what it is called.
TEST(ArticleGroups, ATranslationOfAClosedArticleHasItsOwnAddress) {
  const std::vector<Article> all = {closed("secret-name.en.md"),
                                    file("otkryto.ru.md", "translation_of: secret-name\n")};
  const ArticleGroups groups = group_articles(all, languages);
  ASSERT_EQ(groups.articles.size(), 1u);
  EXPECT_EQ(groups.articles[0].slug, "otkryto");
}

TEST(ArticleGroups, TheNewestStandFirstAndThoseWithoutADateLast) {
  const std::vector<Article> all = {file("a.en.md"), file("b.en.md", "date: 2014-12-16\n"),
                                    file("c.en.md", "date: 2015-12-16\n")};
  const ArticleGroups groups = group_articles(all, languages);
  EXPECT_EQ(groups.articles[0].slug + groups.articles[1].slug + groups.articles[2].slug, "cba");
}

TEST(ArticleGroups, TwoOfOneAddressAndLanguageAreRefusedByName) {
  const std::string twice = refusal({file("a.en.md"), file("other.en.md", "translation_of: a\n")});
  EXPECT_NE(twice.find("articles/a.en.md"), std::string::npos) << twice;
  EXPECT_NE(twice.find("articles/other.en.md"), std::string::npos) << twice;
  EXPECT_NE(refusal({file("a.en.md"), file("a.EN.md")}), "");
}

TEST(ArticleGroups, WhatNobodyWroteCannotBeTranslated) {
  EXPECT_NE(refusal({file("a.ru.md", "translation_of: nothing\n")}).find("articles/a.ru.md"),
            std::string::npos);
  EXPECT_NE(refusal({file("a.en.md"), file("b.ru.md", "translation_of: a\n"),
                     file("c.kk.md", "translation_of: b\n")}),
            "");
}

TEST(ArticleGroups, APublicArticleThatCannotBeReadStopsEverything) {
  const std::string said = refusal({file("a.en.md", "date: soon\n")});
  EXPECT_TRUE(said.starts_with("articles/a.en.md:4:")) << said;
}

TEST(ArticleGroups, ALanguageWithoutPagesIsTold) {
  const std::vector<Article> all = {file("a.de.md")};
  const ArticleGroups groups = group_articles(all, languages);
  EXPECT_TRUE(groups.articles.empty());
  EXPECT_TRUE(is_told(groups, "language de"));
}

TEST(ArticleGroups, ThePartsOfTheMethodAreKnownAndInTheMainLanguage) {
  const std::vector<Article> good = {file("method-scope.en.md"), file("about.ru.md")};
  const ArticleGroups groups = group_articles(good, languages);
  EXPECT_TRUE(groups.articles.empty());
  EXPECT_EQ(groups.own_pages.size(), 2u);
  EXPECT_NE(refusal({file("method-scope.ru.md")}).find("method-scope.en.md"), std::string::npos);
  EXPECT_NE(refusal({closed("method-scope.en.md")}), "");
  EXPECT_NE(refusal({file("method-spelling.en.md")}).find("method-scope"), std::string::npos);
  EXPECT_NE(
      refusal({articles::read_article("method-scope.en.md", "---\nvisibility: public\n---\n\n")}),
      "");
}

TEST(ArticleGroups, AThousandAreSortedInNoTime) {
  std::vector<Article> all;
  for (int number = 0; number < 1000; ++number)
    all.push_back(file("a" + std::to_string(number) + ".en.md"));
  EXPECT_EQ(group_articles(all, languages).articles.size(), 1000u);
}

}  // namespace sanaq::disclose
