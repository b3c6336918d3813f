#include "sanaq/investigation/copy_investigation.h"

#include <optional>
#include <string_view>

#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using base::PathKind;

// What is made anew, what another command is just writing, and what only says who writes.
bool is_left_behind(const std::string& path) {
  return path == ".sanaq" || path.starts_with(".sanaq/") || path == "ledger/lock" ||
         path.ends_with(".part") || path.find(".unfinished-") != std::string::npos ||
         path.find(".replaced-") != std::string::npos;
}

std::int64_t bytes_in(const std::string& folder, const std::vector<base::TreeEntry>& entries) {
  std::int64_t bytes = 0;
  for (const base::TreeEntry& entry : entries) {
    if (entry.kind == PathKind::file && !is_left_behind(entry.path))
      bytes += base::file_size(base::join(folder, entry.path));
  }
  return bytes;
}

}  // namespace

void expect_place_of_copy(const std::string& folder, const std::string& to) {
  if (!base::file_exists(base::join(folder, std::string(settings::settings_file))))
    throw Error(Kind::not_found, message("{}: this is no investigation", folder));
  expect_new_folder(to);
  if (base::folder_exists(to) && !base::list_folder(to).empty())
    throw Error(Kind::usage, message("{}: something stands there; name a new folder", to));
  if (investigation_around(to) || base::is_within(to, folder))
    throw Error(Kind::usage,
                message("{}: this lies in an investigation; name a folder outside of it", to));
}

Copied copy_investigation(const std::string& folder, const std::string& to,
                          base::Progress& progress) {
  expect_place_of_copy(folder, to);
  // Nobody adds to a chain while it is copied.
  std::optional<base::FileLock> alone;
  if (base::folder_exists(ledger::ledger_folder(folder)))
    alone.emplace(base::join(ledger::ledger_folder(folder), "lock"));
  const std::vector<base::TreeEntry> entries = base::walk_tree(folder);
  progress.start(message("copying"), bytes_in(folder, entries));
  base::WholeFolder made(to);
  Copied copied;
  for (const base::TreeEntry& entry : entries) {
    progress.throw_if_stopped();
    if (is_left_behind(entry.path)) continue;
    const std::string target = base::join(made.path(), entry.path);
    if (entry.kind == PathKind::folder) {
      base::make_folder(target);
    } else if (entry.kind == PathKind::file) {
      const base::MappedFile file(base::join(folder, entry.path));
      base::write_file_whole(target, file.bytes());
      ++copied.files;
      copied.bytes += static_cast<std::int64_t>(file.bytes().size());
      progress.advance_to(copied.bytes);
    } else {
      copied.left_out.push_back(entry.path);
    }
  }
  made.put_in_place();
  progress.finish();
  return copied;
}

}  // namespace sanaq::investigation
