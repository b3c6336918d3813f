// One article as its file has it: SLUG.LANG.md with front matter and a text in Markdown.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/articles/marked_text.h"
#include "sanaq/base/message.h"

namespace sanaq::articles {

inline constexpr std::size_t article_bytes_max = 1'000'000;

struct Article {
  std::string file;            // "articles/SLUG.LANG.md", for messages
  std::string slug, language;  // from the file's name; empty if it is no such name
  std::string title, author, section, translation_of;
  std::string date;        // YYYY-MM-DD, or empty
  std::string visibility;  // as it was written; empty if nothing was said
  std::vector<std::string> tags;
  bool takes_comments = true;
  MarkedText text;
  std::vector<base::Message> problems;  // what keeps it from being published, FILE:LINE: why
  std::vector<base::Message> warnings;
};

// `name` is the file's own name below articles/. Reads as much as can be read and never throws:
// whether an article with problems may be left aside depends on who may see it.
[[nodiscard]] Article read_article(const std::string& name, std::string_view bytes);

// Returns true for "about" and "method-PART": a text on a page that the site has anyway. It needs
// neither title nor date.
[[nodiscard]] bool is_own_page(std::string_view slug);

// Returns true for a name that an address can have on every disk: small Latin letters, digits,
// hyphens and underscores, beginning with a letter or digit, at most 80.
[[nodiscard]] bool is_slug(std::string_view text);

}  // namespace sanaq::articles
