#include "sanaq/ledger/merge_files.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/merge_stage.h"

namespace sanaq::ledger {
namespace {

using base::message;
using base::PathKind;

constexpr std::array<const char*, 2> folders = {"evidence", "lists/.versions"};
constexpr std::size_t hash_digits = 64;

// SHA256 or SHA256.ending, and no letter in it that could do harm on a screen or a disk.
bool is_named_by_hash(std::string_view name) {
  if (!is_hash(name.substr(0, hash_digits))) return false;
  const std::string_view ending = name.substr(hash_digits);
  if (ending.empty()) return true;
  return ending.size() > 1 && ending[0] == '.' &&
         std::all_of(ending.begin() + 1, ending.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                  (letter >= '0' && letter <= '9');
         });
}

bool has_bytes_of_name(const std::string& path) {
  return base::path_kind(path) == PathKind::file &&
         base::sha256_of_file(path) == base::file_name(path).substr(0, hash_digits);
}

[[noreturn]] void refuse(const std::string& path) {
  throw base::Error(
      base::Kind::bad_input,
      message("{}: this is a symbolic link, a pipe or a device, and a copy that is merged may have "
              "none: it could lead to any file of this machine; nothing was taken from it",
              path));
}

void look_at(const std::string& investigation, const std::string& from, const std::string& folder,
             const NamedFiles& named, FilesToTake& files, std::vector<std::string>& unnamed) {
  for (const std::string& name : base::list_folder(base::join(from, folder))) {
    const std::string below = folder + "/" + name, path = base::join(from, below);
    const PathKind kind = base::path_kind(path);
    if (kind == PathKind::link || kind == PathKind::other) refuse(path);
    if (kind != PathKind::file || !is_named_by_hash(name)) continue;
    const auto entry = named.find(name.substr(0, hash_digits));
    if (entry == named.end()) {
      unnamed.push_back(path);
      continue;
    }
    if (has_bytes_of_name(base::join(investigation, below))) continue;
    // The size first: a file made to be endless is not even read.
    const bool is_of_size = entry->second < 0 || base::file_size(path) == entry->second;
    if (is_of_size && has_bytes_of_name(path)) {
      files.names.push_back(below);
    } else {
      files.said.push_back(
          message("{}: the bytes are not those of its name; it was not taken", path));
    }
  }
}

}  // namespace

void expect_no_links(const std::string& from) {
  for (const char* folder : {"ledger", "evidence", "lists", "lists/.versions"}) {
    const std::string path = base::join(from, folder);
    const PathKind kind = base::path_kind(path);
    if (kind == PathKind::link || kind == PathKind::other) refuse(path);
  }
  if (!base::folder_exists(base::join(from, "ledger"))) return;
  for (const std::string& name : base::list_folder(base::join(from, "ledger"))) {
    const std::string path = base::join(base::join(from, "ledger"), name);
    const PathKind kind = base::path_kind(path);
    if (kind == PathKind::link || kind == PathKind::other) refuse(path);
  }
}

FilesToTake files_to_take(const std::string& investigation, const std::string& from,
                          const NamedFiles& named) {
  FilesToTake files;
  std::vector<std::string> unnamed;
  for (const char* folder : folders) {
    if (base::path_kind(base::join(from, folder)) == PathKind::folder)
      look_at(investigation, from, folder, named, files, unnamed);
  }
  if (!unnamed.empty())
    files.said.push_back(message("files that no entry names and that were not taken: {} ({}{})",
                                 unnamed.size(), unnamed.front(), unnamed.size() > 1 ? ", …" : ""));
  return files;
}

std::vector<base::Message> place_staged_files(const std::string& investigation) {
  std::vector<base::Message> said;
  for (const char* folder : folders) {
    for (const std::string& name : staged_names(investigation, folder)) {
      const std::string below = std::string(folder) + "/" + name;
      const std::string staged = base::join(stage_folder(investigation), below);
      const std::string target = base::join(investigation, below);
      if (!is_named_by_hash(name) || has_bytes_of_name(target) || !has_bytes_of_name(staged))
        continue;
      base::make_folder(base::parent_folder(target));
      if (base::path_kind(target) != PathKind::nothing)
        said.push_back(
            message("{}: the bytes were not those of its name; it was moved to {}, and "
                    "the right ones stand there now",
                    below, base::move_aside(investigation, target, below)));
      base::move_new(staged, target);
      base::sync_folder(base::parent_folder(target));
    }
  }
  return said;
}

}  // namespace sanaq::ledger
