#include "sanaq/disclose/article_topics.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

TopicWords words(const std::vector<std::pair<std::string, std::string>>& said) {
  TopicWords out;
  for (const auto& [language, word] : said) out.push_back({language, word, "articles/x.md"});
  return out;
}

class ArticleTopicsTest : public testing::Test {
 protected:
  std::size_t add(const std::vector<std::pair<std::string, std::string>>& said) {
    return topics_.add(words(said), warnings_);
  }
  Topics topics_;
  std::vector<base::Message> warnings_;
};

TEST_F(ArticleTopicsTest, TranslationsOfOneArticleAreOneTopic) {
  const std::size_t topic = add({{"en", "Solidarity"}, {"ru", "Солидарность"}});
  EXPECT_EQ(add({{"ru", "солидарность"}}), topic);
  EXPECT_EQ(add({{"en", "SOLIDARITY"}, {"kk", "Ынтымақ"}}), topic);
  EXPECT_EQ(add({{"kk", "Ынтымақ"}}), topic);
  ASSERT_EQ(topics_.all().size(), 1u);
  EXPECT_EQ(topics_.all()[0].slug, "solidarity");
  EXPECT_EQ(topics_.all()[0].labels.size(), 3u);
}

TEST_F(ArticleTopicsTest, WhatWasKnownInOneLanguageGetsItsWordInTheMainOne) {
  const std::size_t topic = add({{"ru", "Солидарность"}});
  EXPECT_EQ(add({{"en", "Solidarity"}, {"ru", "Солидарность"}}), topic);
  EXPECT_EQ(topics_.all()[0].labels.at("en"), "Solidarity");
  EXPECT_EQ(topics_.all()[0].slug, "solidarnost");  // an address stays
}

TEST_F(ArticleTopicsTest, OneTranslationOfTwoTopicsJoinsThemNot) {
  const std::size_t oil = add({{"en", "oil"}, {"ru", "нефть"}});
  EXPECT_NE(add({{"en", "petroleum"}, {"ru", "нефть"}}), oil);
}

TEST_F(ArticleTopicsTest, AddressesThatMeetAreNumbered) {
  for (const char* word : {"Oil!", "oil?", "OIL…"}) add({{"en", word}});
  EXPECT_EQ(topics_.all()[0].slug, "oil");
  EXPECT_EQ(topics_.all()[1].slug, "oil-2");
  EXPECT_EQ(topics_.all()[2].slug, "oil-3");
}

TEST_F(ArticleTopicsTest, AnotherTranslationOfTheSameIsTold) {
  add({{"en", "Solidarity"}, {"ru", "Солидарность"}});
  EXPECT_TRUE(warnings_.empty());
  add({{"en", "Solidarity"}, {"ru", "Поддержка"}});
  EXPECT_EQ(warnings_.size(), 1u);
  EXPECT_EQ(topics_.all()[0].labels.at("ru"), "Солидарность");
}

}  // namespace
}  // namespace sanaq::disclose
