#include "sanaq/publish/put_site.h"

#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/publish/old_site.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/update_site.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::message;
using base::PathKind;

// Takes an old site apart that has stepped aside: what we published goes, the rest goes on into the
// new one, or to .sanaq/aside where it was ours once or is in the way.
class CarryOver {
 public:
  CarryOver(const SitePlace& place, std::string from, SiteChange& change)
      : place_(place), from_(std::move(from)), change_(change) {}

  void run(const SiteMark& mark, base::Progress& progress) {
    const SiteState state = check_site(from_, mark, progress);
    for (const std::string& path : state.changed) set_aside(path);
    for (const std::string& path : state.strangers)
      carry(path.ends_with('/') ? path.substr(0, path.size() - 1) : path);
    for (const std::string& path : state.whole) base::remove_file(join(from_, path));
    change_.restored.insert(change_.restored.end(), state.missing.begin(), state.missing.end());
    remove_empty_folders();
  }

 private:
  void set_aside(const std::string& path) {
    change_.aside.emplace_back(path, base::move_aside(place_.investigation, join(from_, path),
                                                      join(base::file_name(place_.folder), path)));
  }

  // Every folder above it in the new site is real, or can be made.
  [[nodiscard]] bool has_room(const std::string& path) const {
    for (std::string folder = base::parent_folder(path); !folder.empty();
         folder = base::parent_folder(folder)) {
      const PathKind kind = base::path_kind(join(place_.folder, folder));
      if (kind != PathKind::folder && kind != PathKind::nothing) return false;
    }
    return true;
  }

  void carry(const std::string& path) {
    const PathKind here = base::path_kind(join(from_, path));
    const PathKind there = base::path_kind(join(place_.folder, path));
    if (!has_room(path)) return set_aside(path);
    if (there == PathKind::nothing) {
      const std::string to = join(place_.folder, path);
      base::make_folder(base::parent_folder(to));
      base::move_new(join(from_, path), to);
    } else if (here == PathKind::folder && there == PathKind::folder) {
      for (const std::string& name : base::list_folder(join(from_, path))) carry(path + "/" + name);
      (void)base::remove_folder_if_empty(join(from_, path));
    } else {
      set_aside(path);
    }
  }

  // The mark goes last: while anything is left, the next publication knows what it is.
  void remove_empty_folders() {
    std::vector<base::TreeEntry> tree = base::walk_tree(from_);
    for (auto entry = tree.rbegin(); entry != tree.rend(); ++entry) {
      if (entry->kind == PathKind::folder)
        (void)base::remove_folder_if_empty(join(from_, entry->path));
    }
    if (base::list_folder(from_) != std::vector<std::string>{mark_file}) return;
    base::remove_file(join(from_, mark_file));
    (void)base::remove_folder_if_empty(from_);
  }

  const SitePlace& place_;
  std::string from_;
  SiteChange& change_;
};

// The old one steps aside and the new one takes its name, in one step where the disk can.
std::string exchange(const SitePlace& place, const std::string& made) {
  const std::string old = base::replaced_name(place.folder);
  if (base::exchange_folders(made, place.folder)) {
    base::move_new(made, old);
  } else {
    base::move_new(place.folder, old);
    try {
      base::move_new(made, place.folder);
    } catch (const base::Error&) {
      base::move_new(old, place.folder);
      throw;
    }
  }
  base::sync_folder(base::parent_folder(place.folder));
  return old;
}

// What only the new site's mark does not list, after everything was carried over.
void name_what_stays(const SitePlace& place, const SiteMark& mark, SiteChange& change) {
  change.left = strangers_in(place.folder, mark);
  std::vector<std::string> restored;
  for (const std::string& path : change.restored) {
    if (mark.files.contains(path)) restored.push_back(path);
  }
  change.restored = std::move(restored);
}

}  // namespace

std::string step_aside(const SitePlace& place) {
  const std::string name = place.folder + ".before-" + base::today();
  std::string free = name;
  for (int number = 2; base::path_kind(free) != PathKind::nothing; ++number)
    free = name + "-" + std::to_string(number);
  base::move_new(place.folder, free);
  return free;
}

std::vector<base::Message> sentences(const SiteChange& change) {
  std::vector<base::Message> all;
  for (const std::string& folder : change.removed)
    all.push_back(message("{}: an earlier run had left this unfinished; it was removed", folder));
  if (!change.renamed_to.empty())
    all.push_back(
        message("the folder that stood in the place of the site is not what the ledger says was "
                "published; it is {} now, and still holds what was public then: look through it, "
                "and remove it",
                change.renamed_to));
  for (const auto& [path, place] : change.aside)
    all.push_back(
        message("{}: this was not what was published, or in the way of a page; it is {} "
                "now",
                path, place));
  for (const std::string& path : change.restored)
    all.push_back(message("{}: this was missing from the site and is there again", path));
  for (const std::string& path : change.left)
    all.push_back(message("{}: sanaq did not publish this; it was left in the site", path));
  return all;
}

void recover_site(const SitePlace& place, SiteChange& change, base::Progress& progress) {
  for (const std::string& left : base::left_beside(place.folder)) {
    if (base::remove_if_unfinished(left)) {
      change.removed.push_back(left);
      continue;
    }
    if (finish_update(place, left)) {
      change.removed.push_back(left);
      continue;
    }
    const auto mark = read_mark(left);
    if (!mark || base::file_exists(join(left, update_file)))
      continue;  // a stranger's folder that has such a name
    const Standing standing = standing_of(place);
    if (standing == Standing::free) {
      (void)base::remove_folder_if_empty(place.folder);
      base::move_new(left, place.folder);
    } else if (standing == Standing::ours) {
      CarryOver(place, left, change).run(*mark, progress);
      change.restored.clear();  // what is missing from it the earlier run had taken away itself
      change.removed.push_back(left);
    }
  }
}

void put_site(const SitePlace& place, base::WholeFolder& made, const SiteMark& mark,
              const std::function<std::vector<std::string>()>& order, SiteChange& change,
              base::Progress& progress) {
  Standing standing = standing_of(place);
  if (standing == Standing::unmarked && claim_old_site(place, order())) standing = Standing::ours;
  if (standing == Standing::unmarked && place.named_by == NamedBy::user)
    throw_strangers_folder(place);
  if (standing == Standing::unmarked) change.renamed_to = step_aside(place);
  made.finish();  // from here on the site's own mark tells whose the folder is
  if (standing == Standing::ours) {
    const auto before = read_mark(place.folder);
    if (!before) throw_strangers_folder(place);  // somebody took it meanwhile
    CarryOver(place, exchange(place, made.path()), change).run(*before, progress);
  } else {
    (void)base::remove_folder_if_empty(place.folder);
    base::move_new(made.path(), place.folder);
    base::sync_folder(base::parent_folder(place.folder));
  }
  name_what_stays(place, mark, change);
}

}  // namespace sanaq::publish
