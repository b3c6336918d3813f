#include "sanaq/disclose/disclose_articles.h"

#include <algorithm>

#include "sanaq/base/hmac.h"
#include "sanaq/disclose/article_groups.h"
#include "sanaq/disclose/article_text.h"
#include "sanaq/disclose/article_topics.h"
#include "sanaq/disclose/disclose_comments.h"
#include "sanaq/disclose/public_text.h"
#include "sanaq/investigation/open_people.h"

namespace sanaq::disclose {
namespace {

using articles::Article;
using base::message;
using investigation::Outcome;

// A name that stays whatever mirror has the site, and that no other site has: under the secret, or
// without one by the title.
std::string urn_of(const Outcome& outcome, const std::string& what) {
  const std::string& secret =
      outcome.addresses.has_secret() ? outcome.addresses.secret : outcome.config.title;
  std::string hex = base::hmac_sha256_hex(secret, "sanaq feed\n" + what).substr(0, 32);
  hex[12] = '8';  // a UUID of our own making: version 8, variant 10 (RFC 9562)
  hex[16] = '8';
  for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
  return "urn:uuid:" + hex;
}

TopicWords section_words(const ArticleGroup& group) {
  TopicWords words;
  for (const Article* text : group.texts) {
    if (!text->section.empty()) words.push_back({text->language, text->section, text->file});
  }
  return words;
}

// The first tag of one translation is the first of the others, if they have as many.
std::vector<TopicWords> tag_words(const ArticleGroup& group, std::vector<base::Message>& warnings) {
  std::vector<TopicWords> tags;
  const std::vector<std::string>& first = group.texts.front()->tags;
  for (const std::string& tag : first)
    tags.push_back({{group.texts.front()->language, tag, group.texts.front()->file}});
  for (const Article* text : group.texts) {
    if (text == group.texts.front()) continue;
    if (text->tags.size() == first.size()) {
      for (std::size_t at = 0; at < first.size(); ++at)
        tags[at].push_back({text->language, text->tags[at], text->file});
      continue;
    }
    if (!text->tags.empty())
      warnings.push_back(
          message("{}: it has {} tags, and {} has {}; so it cannot be told which "
                  "are the same",
                  text->file, text->tags.size(), group.texts.front()->file, first.size()));
    for (const std::string& tag : text->tags) tags.push_back({{text->language, tag, text->file}});
  }
  return tags;
}

class Articles {
 public:
  Articles(const Outcome& outcome, const ArticleGroups& groups, const PublicText& text,
           pages::PublicView& view)
      : outcome_(outcome), groups_(groups), text_(text), view_(view), written_(view.written) {}

  // What pages there will be, before any text is looked at: texts lead to pages.
  void lay_out() {
    for (const ArticleGroup& group : groups_.articles) {
      pages::PublicArticle article;
      article.slug = group.slug;
      article.date = date_of(group);
      article.takes_comments =
          std::all_of(group.texts.begin(), group.texts.end(),
                      [](const Article* text) { return text->takes_comments; });
      written_.articles.push_back(std::move(article));
    }
    Topics sections, tags;
    for (std::size_t at = groups_.articles.size(); at-- > 0;) {  // the oldest names its topics
      pages::PublicArticle& article = written_.articles[at];
      if (TopicWords words = section_words(groups_.articles[at]); !words.empty())
        article.section = sections.add(clean(std::move(words)), view_.warnings);
      for (TopicWords& words : tag_words(groups_.articles[at], view_.warnings)) {
        const std::size_t tag = tags.add(clean(std::move(words)), view_.warnings);
        const bool is_new =
            std::find(article.tags.begin(), article.tags.end(), tag) == article.tags.end();
        if (is_new) article.tags.push_back(tag);
      }
    }
    written_.sections = sections.all();
    written_.tags = tags.all();
  }

  void open_texts(ArticleTexts& texts) {
    for (std::size_t at = 0; at < groups_.articles.size(); ++at) {
      for (const Article* text : groups_.articles[at].texts)
        written_.articles[at].texts.push_back(public_text(*text, groups_.articles[at].slug, texts));
    }
    for (const auto& [slug, group] : groups_.own_pages) {
      for (const Article* text : group.texts)
        written_.own_pages[slug].push_back(public_text(*text, slug, texts));
    }
    for (const std::string& language : view_.languages)
      written_.feed_urns[language] = urn_of(outcome_, "feed\n" + language);
  }

 private:
  TopicWords clean(TopicWords words) const {
    for (TopicWord& word : words) word.word = text_.cleaned(word.word);
    return words;
  }

  pages::PublicText public_text(const Article& article, const std::string& slug,
                                ArticleTexts& texts) const {
    return {article.language, text_.cleaned(article.title), text_.cleaned(article.author),
            urn_of(outcome_, "article\n" + slug + "\n" + article.language), texts.open(article)};
  }

  const Outcome& outcome_;
  const ArticleGroups& groups_;
  const PublicText& text_;
  pages::PublicView& view_;
  pages::PublicArticles& written_;
};

}  // namespace

void disclose_articles(const Outcome& outcome, const investigation::OpenRegister& shown,
                       const PersonRules& rules, pages::PublicView& view) {
  disclose_intake(outcome, view);
  ArticleGroups groups = group_articles(outcome.articles, view.languages);
  view.warnings.insert(view.warnings.end(), groups.warnings.begin(), groups.warnings.end());
  if (groups.articles.empty() && groups.own_pages.empty()) return;
  const investigation::OpenPeople people(outcome, shown,
                                         casefile::public_part(outcome.case_file.said));
  const PublicText text(outcome, people, &rules.names());
  Articles articles(outcome, groups, text, view);
  articles.lay_out();
  ArticleTexts texts(outcome, people, text, view);
  articles.open_texts(texts);
  for (const pages::PublicFile& file : texts.files()) view.written.files.push_back(file);
  for (base::Message& said : texts.warnings()) view.warnings.push_back(std::move(said));
  disclose_comments(outcome, text, view);
}

}  // namespace sanaq::disclose
