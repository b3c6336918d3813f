// An invented article in two languages, as the gate would leave it.
#pragma once
#include <string>

#include "pages/a_public_case.h"
#include "sanaq/articles/read_markdown.h"

namespace sanaq::pages::test {

inline PublicText a_text(const std::string& language, const std::string& title,
                         const std::string& markdown) {
  return {language, title, "An <author>", "urn:uuid:00000000-0000-8000-8000-000000000001",
          *articles::read_markdown(markdown)};
}

inline PublicArticle an_article(const std::string& slug, const std::string& date) {
  PublicArticle article;
  article.slug = slug;
  article.date = date;
  article.section = 0;
  article.tags = {0};
  article.texts = {a_text("en", "Three <years> of " + slug, "First *words*.\n\nMore.")};
  return article;
}

inline PublicView a_view_with_articles() {
  PublicView view = a_view();
  view.written.sections = {{"solidarity", {{"en", "Solidarity"}, {"ru", "Солидарность"}}}};
  view.written.tags = {{"oil", {{"en", "oil"}}}};
  view.written.articles = {an_article("newest", "2014-12-16"), an_article("older", "2013-12-16"),
                           an_article("undated", "")};
  view.written.feed_urns = {{"en", "urn:uuid:00000000-0000-8000-8000-00000000000e"},
                            {"ru", "urn:uuid:00000000-0000-8000-8000-00000000000f"}};
  return view;
}

}  // namespace sanaq::pages::test
