// Which public files are one article, and which of them the site's own pages.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "sanaq/articles/article.h"
#include "sanaq/base/message.h"

namespace sanaq::disclose {

// The translations of one article, the site's main language first if it is there.
struct ArticleGroup {
  std::string slug;
  std::vector<const articles::Article*> texts;
};

struct ArticleGroups {
  std::vector<ArticleGroup> articles;             // the newest first, those without a date last
  std::map<std::string, ArticleGroup> own_pages;  // "about", "method-scope"
  std::vector<base::Message> warnings;
};

// `languages` are those of the site. Throws Error{bad_input} for what disclose_articles() says.
[[nodiscard]] ArticleGroups group_articles(const std::vector<articles::Article>& all,
                                           const std::vector<std::string>& languages);

// Returns the day of the first text that has one; "" if none has.
[[nodiscard]] std::string date_of(const ArticleGroup& group);

}  // namespace sanaq::disclose
