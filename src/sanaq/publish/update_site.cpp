#include "sanaq/publish/update_site.h"

#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/replace_file.h"
#include "sanaq/base/walk_tree.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::PathKind;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void remove_with_empty_folders(const std::string& site, const std::string& path) {
  if (base::path_kind(join(site, path)) == PathKind::file) base::remove_file(join(site, path));
  for (std::string folder = base::parent_folder(path);
       !folder.empty() && base::remove_folder_if_empty(join(site, folder));
       folder = base::parent_folder(folder)) {
  }
}

// The mark goes last: until then the folder of the changes says what is to be done.
void carry_out(const std::string& site, const std::string& changes) {
  std::set<std::string> folders = {site};
  const std::vector<base::TreeEntry> tree = base::walk_tree(changes);
  for (const base::TreeEntry& entry : tree) {
    if (entry.kind != PathKind::file || entry.path == mark_file || entry.path == update_file)
      continue;
    const std::string to = join(site, entry.path);
    if (folders.insert(base::parent_folder(to)).second) base::make_folder(base::parent_folder(to));
    base::replace_file(join(changes, entry.path), to);
  }
  for (const std::string& path : lines_of(base::read_file(join(changes, update_file)))) {
    if (is_site_path(path)) remove_with_empty_folders(site, path);
  }
  for (const std::string& folder : folders) base::sync_folder(folder);
  if (base::path_kind(join(changes, mark_file)) == PathKind::file) {
    base::replace_file(join(changes, mark_file), join(site, mark_file));
    base::sync_folder(site);
  }
  for (auto entry = tree.rbegin(); entry != tree.rend(); ++entry) {
    if (entry->kind == PathKind::folder)
      (void)base::remove_folder_if_empty(join(changes, entry->path));
  }
  base::remove_file(join(changes, update_file));
  (void)base::remove_folder_if_empty(changes);
}

}  // namespace

void stage_update(const SiteMark& before, const SiteMark& now, const base::WholeFolder& made,
                  base::LateSync& files) {
  std::string gone;
  std::size_t at = 0;
  for (const auto& [path, hash] : before.files) {
    while (at < now.files.size() && now.files[at].path < path) ++at;
    if (at == now.files.size() || now.files[at].path != path) gone.append(path).append("\n");
  }
  files.write(join(made.path(), update_file), gone);
  if (!(now.files == before.files)) files.write(join(made.path(), mark_file), mark_text(now));
}

void put_update(const SitePlace& place, base::WholeFolder& made) {
  const std::string changes = made.path();
  made.finish();
  carry_out(place.folder, changes);
}

bool finish_update(const SitePlace& place, const std::string& folder) {
  const bool is_decided = base::path_kind(join(folder, update_file)) == PathKind::file &&
                          base::path_kind(join(folder, base::unfinished_mark)) == PathKind::nothing;
  if (!is_decided || standing_of(place) != Standing::ours) return false;
  carry_out(place.folder, folder);
  return true;
}

}  // namespace sanaq::publish
