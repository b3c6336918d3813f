#include "sanaq/publish/remove_words.h"

#include <algorithm>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {
namespace {

bool has_words(const std::string& site, const std::string& path,
               const investigation::HoldsWords& holds_words) {
  const std::string whole = base::join(site, path);
  return base::path_kind(whole) == base::PathKind::file &&
         holds_words(path, base::MappedFile(whole).bytes());
}

}  // namespace

investigation::TakenFromSite remove_words_from_site(
    const std::string& site, const investigation::HoldsWords& holds_words,
    const std::function<void(const investigation::SiteAfter&)>& before) {
  investigation::TakenFromSite taken;
  std::optional<SiteMark> mark = read_mark(site);
  std::vector<std::string> ours;  // as they were published
  for (const base::TreeEntry& entry : base::walk_tree(site)) {
    if (entry.kind != base::PathKind::file || entry.path == mark_file ||
        !has_words(site, entry.path, holds_words))
      continue;
    const auto listed = mark ? mark->files.hash_of(entry.path) : std::nullopt;
    const bool is_ours = listed && state_of_file(site, entry.path, *listed) == FileState::whole;
    (is_ours ? ours : taken.left).push_back(entry.path);
  }
  if (!mark) return taken;
  // What an interrupted run has taken away already still stands in the mark.
  std::vector<std::string> to_go = ours;
  for (const auto& [path, hash] : mark->files) {
    if (state_of_file(site, std::string(path), hash) == FileState::missing)
      to_go.emplace_back(path);
  }
  if (to_go.empty()) return taken;
  SiteMark then = *mark;
  for (const std::string& path : to_go) then.files.erase(path);
  investigation::SiteAfter after{mark_hash(then), {}};
  for (const auto& [path, hash] : then.files) after.paths.emplace_back(path);
  before(after);
  (void)remove_from_site(site, *mark, to_go);
  taken.removed = std::move(ours);
  return taken;
}

}  // namespace sanaq::publish
