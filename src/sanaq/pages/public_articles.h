// Articles that are public, with what their marks lead to. Made by disclose_articles() alone.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/articles/marked_text.h"
#include "sanaq/pages/public_comment.h"

namespace sanaq::pages {

// One text in one language. Targets of its links are https:…, http:…, mailto:…, #… as they were
// written, `page:PATH` from the language's root, or `file:PATH` from the site's root; those of its
// pictures are `file:PATH`. Its references lead to what is public: person:ADDRESS, event:ID,
// organisation:ID, claim:ID, demand:ID, custody:ID, article:SLUG, number:documented,
// number:estimated, number:claimed, demands:SUBJECT (alone in a paragraph). The number of a
// person's reference is the index into PublicView::persons.
struct PublicText {
  std::string language, title, author;
  std::string urn;  // its name in feeds
  articles::MarkedText marked;
};

// A section or a tag.
struct PublicTopic {
  std::string slug;                           // of its page
  std::map<std::string, std::string> labels;  // by language; the main one or any other stands in
  bool operator==(const PublicTopic&) const = default;
};

struct PublicArticle {
  std::string slug;
  std::string date;                    // YYYY-MM-DD; empty if it has none
  std::optional<std::size_t> section;  // index into `sections`
  std::vector<std::size_t> tags;       // indices into `tags`
  bool takes_comments = true;
  // In the order of the site's languages. The first stands in where a language has none.
  std::vector<PublicText> texts;
  std::vector<PublicComment> comments;  // accepted, by the order in which they came
};

// A picture or document that an article shows, cleaned.
struct PublicFile {
  std::string path;  // from the site's root
  std::shared_ptr<const std::string> bytes;
};

struct PublicArticles {
  std::vector<PublicArticle> articles;  // the newest first, those without a date last
  std::vector<PublicTopic> sections, tags;
  std::vector<PublicFile> files;
  // Pages that the investigators wrote themselves: "about", and "method-scope" and the other parts
  // of the method, each in the order of the site's languages.
  std::map<std::string, std::vector<PublicText>> own_pages;
  std::map<std::string, std::string> feed_urns;  // by language
  PublicIntake intake;                           // where readers can send comments
  std::vector<RefusedComments> refused;          // by day, the newest first
};

// Returns the text in this language, or the first.
[[nodiscard]] inline const PublicText& text_in(const std::vector<PublicText>& texts,
                                               const std::string& language) {
  for (const PublicText& text : texts) {
    if (text.language == language) return text;
  }
  return texts.front();
}

}  // namespace sanaq::pages
