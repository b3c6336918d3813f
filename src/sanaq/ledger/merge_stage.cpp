#include "sanaq/ledger/merge_stage.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using base::message;
using base::PathKind;

constexpr std::string_view decision = "decided";

std::string decision_path(const std::string& investigation) {
  return base::join(stage_folder(investigation), std::string(decision));
}

// "x.jsonl.unfinished-123" -> "x.jsonl": what was being written is as much ours as what was.
std::string_view without_temporary_mark(std::string_view name) {
  const std::size_t mark = name.rfind(".unfinished-");
  return name.substr(0, mark);
}

// Of a file below the stage: a merge writes no others.
bool is_staged_name(std::string_view path) {
  path = without_temporary_mark(path);
  if (path == decision) return true;
  static constexpr std::array<std::string_view, 3> folders = {"ledger/", "evidence/",
                                                              "lists/.versions/"};
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) {
    const std::string_view name = path.substr(std::min(folder.size(), path.size()));
    return path.starts_with(folder) && name.find('/') == name.npos && is_hash(name.substr(0, 64)) &&
           (folder != "ledger/" || name.ends_with(".jsonl"));
  });
}

bool is_staged_folder(std::string_view path) {
  static constexpr std::array<std::string_view, 4> folders = {"ledger", "evidence", "lists",
                                                              "lists/.versions"};
  return std::find(folders.begin(), folders.end(), path) != folders.end();
}

}  // namespace

std::string stage_folder(const std::string& investigation) {
  return base::join(ledger_folder(investigation), "merge.unfinished");
}

StageState stage_state(const std::string& investigation) {
  if (base::path_kind(stage_folder(investigation)) != PathKind::folder) return StageState::none;
  return base::path_kind(decision_path(investigation)) == PathKind::file ? StageState::decided
                                                                         : StageState::open;
}

MergeStage::MergeStage(const std::string& investigation) : investigation_(investigation) {
  const std::string folder = stage_folder(investigation);
  if (base::path_kind(folder) != PathKind::nothing)
    throw base::Error(base::Kind::bad_input,
                      message("{}: a merge needs this place, and something that is not sanaq's "
                              "stands there; move it elsewhere and run this again",
                              folder));
  base::make_folder(folder);
}

void MergeStage::put(const std::string& name, std::string_view bytes) {
  files_.write(base::join(stage_folder(investigation_), name), bytes);
}

void MergeStage::decide() {
  files_.sync();
  const std::string lists = base::join(stage_folder(investigation_), "lists");
  if (base::folder_exists(lists)) base::sync_folder(lists);
  base::write_file_whole(decision_path(investigation_), "sanaq merge 1\n");
  base::sync_folder(ledger_folder(investigation_));
}

DroppedStage drop_stage(const std::string& investigation) {
  DroppedStage dropped;
  const std::string folder = stage_folder(investigation);
  if (base::path_kind(folder) != PathKind::folder) return dropped;
  // First of all: half of a stage must never be taken for one that was decided.
  if (base::path_kind(decision_path(investigation)) == PathKind::file) {
    base::remove_file(decision_path(investigation));
    base::sync_folder(folder);
    dropped.had_files = true;
  }
  std::vector<base::TreeEntry> entries = base::walk_tree(folder);
  std::reverse(entries.begin(), entries.end());  // what is in a folder before the folder
  for (const base::TreeEntry& entry : entries) {
    const std::string path = base::join(folder, entry.path);
    if (entry.kind == PathKind::folder && is_staged_folder(entry.path)) {
      base::remove_folder_if_empty(path);
    } else if (entry.kind == PathKind::file && is_staged_name(entry.path)) {
      base::remove_file(path);
      dropped.had_files = true;
    } else {
      dropped.strange.push_back("ledger/merge.unfinished/" + entry.path);
    }
  }
  // A stage that was killed as it was made is an empty folder, and as little anybody's.
  dropped.had_files = base::remove_folder_if_empty(folder) || dropped.had_files;
  return dropped;
}

std::vector<std::string> staged_names(const std::string& investigation, const std::string& folder) {
  const std::string path = base::join(stage_folder(investigation), folder);
  if (base::path_kind(path) != PathKind::folder) return {};
  std::vector<std::string> names = base::list_folder(path);
  std::erase_if(names, [&](const std::string& name) {
    return base::path_kind(base::join(path, name)) != PathKind::file;
  });
  return names;
}

}  // namespace sanaq::ledger
