#include "sanaq/base/whole_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

constexpr std::string_view mark_text =
    "sanaq was making this folder and did not finish. It may be removed.\n";
constexpr const char* unfinished = ".unfinished-";
constexpr const char* replaced = ".replaced-";

// Of this process, as long as they live: a folder that is being filled is nothing left.
std::multiset<std::string>& being_made() {
  static std::multiset<std::string> paths;
  return paths;
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string folder_of(const std::string& path) {
  const std::string folder = parent_folder(path);
  return folder.empty() ? "." : folder;
}

// The process of "site.unfinished-123"; none where the name has another look.
std::optional<std::int64_t> process_in(const std::string& name, const std::string& place) {
  for (const char* middle : {unfinished, replaced}) {
    const std::string begin = place + middle;
    if (!name.starts_with(begin) || name.size() == begin.size() || name.size() > begin.size() + 10)
      continue;
    const std::string digits = name.substr(begin.size());
    if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return std::stoll(digits);
  }
  return std::nullopt;
}

void make_new_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return;
  if (errno != EEXIST) throw_disk_error(path, errno);
  throw Error(Kind::conflict,
              message("{}: something stands here already; move it away and run this again", path));
}

}  // namespace

std::vector<std::string> left_beside(const std::string& place) {
  const std::string target = without_slashes(place), folder = folder_of(target);
  std::vector<std::string> found;
  if (!folder_exists(folder)) return found;
  for (const std::string& name : list_folder(folder)) {
    const auto process = process_in(name, file_name(target));
    if (!process || (*process != process_id() && is_process_alive(*process))) continue;
    const std::string path = join(parent_folder(target), name);
    if (path_kind(path) != PathKind::folder || being_made().contains(absolute_path(path))) continue;
    found.push_back(path);
  }
  return found;
}

bool remove_if_unfinished(const std::string& folder) {
  if (path_kind(folder) != PathKind::folder) return false;
  const std::vector<std::string> names = list_folder(folder);
  // A process that was killed at its first step has left no mark yet, and nothing else either.
  const bool has_only_marks = std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return name.starts_with(unfinished_mark);
  });
  if (!has_only_marks && path_kind(join(folder, unfinished_mark)) != PathKind::file) return false;
  // The mark goes last, so that a removal that is cut short can be taken up again.
  for (const std::string& name : names) {
    if (name != unfinished_mark) remove_tree(join(folder, name));
  }
  remove_tree(folder);
  return true;
}

bool end_in_place(const std::string& place) {
  const std::string mark = join(without_slashes(place), unfinished_mark);
  if (beginning_of(mark, mark_text.size() + 1) != mark_text) return false;
  remove_file(mark);
  return true;
}

std::string replaced_name(const std::string& place) {
  return without_slashes(place) + replaced + std::to_string(process_id());
}

WholeFolder::WholeFolder(std::string target)
    : target_(without_slashes(std::move(target))),
      path_(target_ + unfinished + std::to_string(process_id())) {
  make_folder(folder_of(target_));
  for (const std::string& left : left_beside(target_)) {
    if (remove_if_unfinished(left)) removed_.push_back(left);
  }
  make_new_folder(path_);
  try {
    write_file_whole(join(path_, unfinished_mark), mark_text);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    throw;
  }
  made_at_ = absolute_path(path_);
  being_made().insert(made_at_);
}

WholeFolder::~WholeFolder() {
  const auto mine = being_made().find(made_at_);
  if (mine != being_made().end()) being_made().erase(mine);
  std::error_code ignored;
  if (!is_finished_) std::filesystem::remove_all(path_, ignored);
}

void WholeFolder::finish() {
  if (is_finished_) return;
  remove_file(join(path_, unfinished_mark));
  sync_folder(path_);
  is_finished_ = true;
}

void WholeFolder::put_in_place() {
  const PathKind kind = path_kind(target_);
  const bool is_free =
      kind == PathKind::nothing || (kind == PathKind::folder && list_folder(target_).empty());
  if (!is_free)
    throw Error(Kind::usage,
                message("{}: something stands here already; name a new folder", target_));
  // Over an empty folder this is one step; over anything that has come meanwhile it fails. The mark
  // goes afterwards: until the folder has its own name, it must be known as ours.
  if (disk_rename(path_.c_str(), target_.c_str()) != 0) throw_disk_error(target_, errno);
  is_finished_ = true;
  remove_file(join(target_, unfinished_mark));
  sync_folder(target_);
  sync_folder(folder_of(target_));
}

}  // namespace sanaq::base
