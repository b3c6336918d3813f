// The folder articles/: texts with front matter, and in articles/files/ what they show.
#pragma once
#include <string>
#include <vector>

#include "sanaq/articles/article.h"

namespace sanaq::investigation {

struct ArticlesFolder {
  std::vector<articles::Article> articles;  // in the order of their files' names
  std::vector<base::Message> warnings;      // about what lies there and is no article
  std::string digest;  // SHA-256 of all names and bytes; empty if there is nothing
};

// Reads every SLUG.LANG.md, whoever may see it. Symbolic links are not followed; names that begin
// with a dot are passed over. Throws what reading a file throws.
[[nodiscard]] ArticlesFolder read_articles(const std::string& folder);

}  // namespace sanaq::investigation
