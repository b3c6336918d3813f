#include "sanaq/publish/site_check.h"

#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::PathKind;

// Every folder that has a listed file in it.
std::set<std::string> folders_of(const SiteMark& mark) {
  std::set<std::string> folders;
  for (const auto& [path, hash] : mark.files) {
    for (std::string folder = base::parent_folder(std::string(path));
         !folder.empty() && folders.insert(folder).second; folder = base::parent_folder(folder)) {
    }
  }
  return folders;
}

void find_strangers(const std::string& site, const std::string& below, const SiteMark& mark,
                    const std::set<std::string>& folders, std::vector<std::string>& found) {
  for (const std::string& name : base::list_folder(join(site, below))) {
    const std::string path = below.empty() ? name : below + "/" + name;
    if (mark.files.contains(path) || path == mark_file) continue;
    const PathKind kind = base::path_kind(join(site, path));
    if (kind == PathKind::folder && folders.contains(path))
      find_strangers(site, path, mark, folders, found);
    else if (kind != PathKind::nothing)
      found.push_back(kind == PathKind::folder ? path + "/" : path);
  }
}

bool has_real_folders(const std::string& site, const std::string& path) {
  for (std::string folder = base::parent_folder(path); !folder.empty();
       folder = base::parent_folder(folder)) {
    if (base::path_kind(join(site, folder)) != PathKind::folder) return false;
  }
  return true;
}

}  // namespace

FileState state_of_file(const std::string& site, const std::string& path, std::string_view sha256) {
  if (!has_real_folders(site, path)) return FileState::missing;
  const std::string whole = join(site, path);
  const PathKind kind = base::path_kind(whole);
  if (kind == PathKind::nothing) return FileState::missing;
  const bool is_same = kind == PathKind::file && base::sha256_of_file(whole) == sha256;
  return is_same ? FileState::whole : FileState::changed;
}

SiteState check_site(const std::string& site, const SiteMark& mark, base::Progress& progress) {
  SiteState state;
  progress.start(base::message("checking the site"), static_cast<std::int64_t>(mark.files.size()));
  std::int64_t done = 0;
  for (const auto& [listed, hash] : mark.files) {
    progress.throw_if_stopped();
    std::string path(listed);
    const FileState found = state_of_file(site, path, hash);
    auto& paths = found == FileState::whole     ? state.whole
                  : found == FileState::changed ? state.changed
                                                : state.missing;
    paths.push_back(std::move(path));
    progress.advance_to(++done);
  }
  state.strangers = strangers_in(site, mark);
  progress.finish();
  return state;
}

std::vector<std::string> strangers_in(const std::string& site, const SiteMark& mark) {
  std::vector<std::string> found;
  if (base::path_kind(site) == PathKind::folder)
    find_strangers(site, "", mark, folders_of(mark), found);
  return found;
}

std::vector<std::string> remove_from_site(const std::string& site, SiteMark& mark,
                                          const std::vector<std::string>& paths) {
  std::vector<std::string> taken;
  for (const std::string& path : paths) {
    const auto listed = mark.files.hash_of(path);
    if (!listed || state_of_file(site, path, *listed) == FileState::changed) continue;
    base::remove_file(join(site, path));
    taken.push_back(path);
  }
  for (const std::string& path : taken) {
    mark.files.erase(path);
    for (std::string folder = base::parent_folder(path); !folder.empty();
         folder = base::parent_folder(folder)) {
      if (!base::remove_folder_if_empty(join(site, folder))) break;
    }
  }
  if (!taken.empty()) write_mark(site, mark);
  return taken;
}

}  // namespace sanaq::publish
