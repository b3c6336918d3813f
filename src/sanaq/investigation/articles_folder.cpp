#include "sanaq/investigation/articles_folder.h"

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/walk_tree.h"

namespace sanaq::investigation {
namespace {

using base::message;
using base::PathKind;

constexpr std::string_view files_folder = "files";

bool is_passed_over(const std::string& path) {
  return path.starts_with('.') || path.find("/.") != path.npos || path.ends_with('~');
}

}  // namespace

ArticlesFolder read_articles(const std::string& folder) {
  ArticlesFolder out;
  const std::string own = base::join(folder, "articles");
  if (base::path_kind(own) != PathKind::folder) return out;
  std::string names;
  for (const base::TreeEntry& entry : base::walk_tree(own)) {
    if (is_passed_over(entry.path) || entry.kind == PathKind::folder) continue;
    const std::string shown = base::join("articles", entry.path);
    if (entry.kind != PathKind::file) {
      out.warnings.push_back(
          message("{}: this is no file but a link or a device, and is not read; put the file "
                  "itself there",
                  shown));
      continue;
    }
    const base::MappedFile file(base::join(own, entry.path));
    names += entry.path + "\n" + base::sha256_hex(file.bytes()) + "\n";
    const bool is_in_folder = entry.path.find('/') != entry.path.npos;
    if (is_in_folder && entry.path.starts_with(std::string(files_folder) + "/")) continue;
    if (!is_in_folder && entry.path.ends_with(".md")) {
      out.articles.push_back(articles::read_article(entry.path, file.bytes()));
    } else {
      out.warnings.push_back(
          message("{}: this is not read; articles are SLUG.LANG.md in articles/, and what they "
                  "show lies in articles/files/",
                  shown));
    }
  }
  if (!names.empty()) out.digest = base::sha256_hex(names);
  return out;
}

}  // namespace sanaq::investigation
