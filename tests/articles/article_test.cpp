#include "sanaq/articles/article.h"

#include <gtest/gtest.h>

namespace sanaq::articles {
namespace {

constexpr const char* good =
    "---\ntitle: Three years\nlang: en\ndate: 2014-12-16\nauthor: A\nsection: Solidarity\ntags: "
    "[oil, strike]\ntranslation_of: three-years\ncomments: false\nvisibility: public\n---\nText.\n";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

bool is_told(const std::vector<base::Message>& all, const std::string& words) {
  for (const base::Message& one : all) {
    if (one.english().find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST(Article, EveryKeyHasItsPlace) {
  const Article article = read_article("three-years.en.md", good);
  EXPECT_TRUE(article.problems.empty() && article.warnings.empty());
  EXPECT_EQ(article.file, "articles/three-years.en.md");
  EXPECT_EQ(article.slug + " " + article.language, "three-years en");
  EXPECT_EQ(article.title + "|" + article.author + "|" + article.section,
            "Three years|A|Solidarity");
  EXPECT_EQ(article.date, "2014-12-16");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"oil", "strike"}));
  EXPECT_EQ(article.translation_of, "three-years");
  EXPECT_EQ(article.visibility, "public");
  EXPECT_FALSE(article.takes_comments);
  EXPECT_FALSE(article.text.empty());
}

TEST(Article, NothingSaidIsNotPublic) {
  EXPECT_EQ(read_article("a.en.md", "---\ntitle: x\n---\ny\n").visibility, "");
  EXPECT_EQ(read_article("a.en.md", "visibility: public\n").visibility, "");
  EXPECT_EQ(read_article("a.en.md", "---\nvisibilty: public\n---\ny\n").visibility, "");
}

TEST(Article, NamesThatNoAddressCanHaveAreProblems) {
  for (const char* name : {"three-years.md", "Three.en.md", "a b.en.md", "..en.md", "a.xx1.en.md",
                           "con.en.md", "три.ru.md", "-a.en.md", "a.en.txt", "..%2fa.en.md"})
    EXPECT_FALSE(read_article(name, good).problems.empty()) << name;
}

TEST(Article, ALanguageThatTheFilesNameDeniesIsAProblem) {
  const Article article = read_article("three-years.ru.md", good);
  ASSERT_EQ(article.problems.size(), 1u);
  EXPECT_TRUE(article.problems[0].english().starts_with("articles/three-years.ru.md:3:"));
}

TEST(Article, AByteOrderMarkIsPassedOver) {
  const Article article = read_article("a.en.md", std::string("\xEF\xBB\xBF") + good);
  EXPECT_TRUE(article.problems.empty());
  EXPECT_EQ(article.title, "Three years");
}

// Its keys are read, so that whoever may see it is known; but it does not leave.
TEST(Article, AnotherEncodingIsAProblem) {
  const Article article =
      read_article("a.ru.md", replaced(replaced(good, "lang: en", "lang: ru"), "Text.",
                                       "\xCF\xF0\xE8\xE2\xE5\xF2 \xE2\xF1\xE5\xEC"));
  ASSERT_EQ(article.problems.size(), 1u);
  EXPECT_NE(article.problems[0].english().find("UTF-8"), std::string::npos);
  EXPECT_EQ(article.visibility, "public");
}

TEST(Article, WithoutADateItIsTold) {
  const Article article = read_article("a.en.md", replaced(good, "date: 2014-12-16\n", ""));
  EXPECT_TRUE(article.problems.empty());
  EXPECT_TRUE(is_told(article.warnings, "no date"));
}

TEST(Article, WhatIsNoDayIsAProblem) {
  for (const char* date : {"2014-12", "16.12.2014", "2014-02-30", "yesterday"})
    EXPECT_TRUE(
        is_told(read_article("a.en.md", replaced(good, "2014-12-16", date)).problems, "no day"))
        << date;
}

TEST(Article, UnknownKeysAreTold) {
  const Article article = read_article("a.en.md", replaced(good, "author: A", "layout: post"));
  EXPECT_TRUE(article.problems.empty());
  EXPECT_TRUE(is_told(article.warnings, "articles/a.en.md:5: the key layout"));
}

TEST(Article, AKeyThatStandsTwiceIsAProblem) {
  EXPECT_TRUE(
      is_told(read_article("a.en.md", replaced(good, "author: A", "visibility: sealed")).problems,
              "a second time"));
}

TEST(Article, ATitleOfFiveThousandLettersIsReadAndTold) {
  const Article article =
      read_article("a.en.md", replaced(good, "Three years", std::string(5000, 'x')));
  EXPECT_TRUE(article.problems.empty());
  EXPECT_EQ(article.title.size(), 5000u);
  EXPECT_TRUE(is_told(article.warnings, "title"));
}

TEST(Article, WithoutATitleOrATextItIsAProblem) {
  EXPECT_TRUE(is_told(read_article("a.en.md", replaced(good, "title: Three years\n", "")).problems,
                      "no title"));
  EXPECT_TRUE(is_told(read_article("a.en.md", replaced(good, "Text.", "  ")).problems, "no text"));
}

TEST(Article, TheSitesOwnPagesNeedNoTitle) {
  EXPECT_TRUE(is_own_page("about") && is_own_page("method-scope"));
  EXPECT_FALSE(is_own_page("abouts"));
  const Article article =
      read_article("method-scope.en.md", "---\nvisibility: public\n---\nWe count the dead.\n");
  EXPECT_TRUE(article.problems.empty() && article.warnings.empty());
}

TEST(Article, TooLongAFileIsAProblem) {
  EXPECT_FALSE(
      read_article("a.en.md", good + std::string(article_bytes_max, 'x')).problems.empty());
}

TEST(Article, SlugsAreNamesOnEveryDisk) {
  EXPECT_TRUE(is_slug("three-years_2"));
  for (const char* text : {"", "a/b", "..", "a.b", "A", "aux", "com1", "_a"})
    EXPECT_FALSE(is_slug(text)) << text;
  EXPECT_FALSE(is_slug(std::string(81, 'a')));
}

}  // namespace sanaq::articles
