#include "sanaq/publish/log_state.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/investigation/published_places.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/note.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::message;

std::string openings_folder(const std::string& investigation) {
  return join(investigation, std::string(investigation::published_openings));
}

[[noreturn]] void refuse_file(const std::string& path) {
  throw base::Error(base::Kind::corrupt,
                    message("{}: this is not as sanaq has written it; put the file back from a "
                            "copy of the folder",
                            path));
}

std::string text_of_file(const std::string& path) {
  if (base::path_kind(path) != base::PathKind::file) refuse_file(path);
  return base::read_file(path);
}

void expect_root(const LogState& state, std::uint64_t size, const log::Hash& root,
                 const std::string& where) {
  if (size <= state.size() && root_over(state.leaves, size) == root) return;
  throw base::Error(
      base::Kind::conflict,
      message("publication/leaves does not lead to the log that {} names, so nothing was signed: "
              "this folder is an older copy, or somebody else has published since; put back the "
              "newest folder publication/, or merge",
              where));
}

}  // namespace

LogState read_log_state(const std::string& investigation) {
  LogState state;
  state.leaves = read_leaves(investigation);
  const std::string folder = openings_folder(investigation);
  for (std::uint64_t index = 0; index < state.size(); ++index) {
    if (state.leaves[index].of != "publication") continue;
    const std::uint64_t size = index + 1;
    const std::string name = join(folder, std::to_string(size));
    state.open_lists[size] = text_of_file(name + ".txt");
    state.publications[size] = text_of_file(name + ".json");
    if (base::file_exists(name + ".withdrawal"))
      state.withdrawals[size] = text_of_file(name + ".withdrawal");
    const auto list = log::parse_open_list(state.open_lists[size], size);
    if (!list || !log::add_open_list(state.open, *list)) refuse_file(name + ".txt");
    state.ever_open.insert(list->opened.begin(), list->opened.end());
  }
  return state;
}

void write_log_state(const std::string& investigation, const LogState& state) {
  const std::string folder = openings_folder(investigation);
  base::make_folder(folder);
  const auto write = [&](const std::string& name, const std::string& text) {
    const std::string path = join(folder, name);
    const bool is_there = base::path_kind(path) == base::PathKind::file;
    if (!is_there || base::read_file(path) != text) base::write_file_whole(path, text);
  };
  for (const auto& [size, text] : state.open_lists) write(std::to_string(size) + ".txt", text);
  for (const auto& [size, text] : state.withdrawals)
    write(std::to_string(size) + ".withdrawal", text);
  for (const auto& [size, text] : state.publications) write(std::to_string(size) + ".json", text);
  write_leaves(investigation, state.leaves);
}

void expect_continued(const LogState& state, const std::string& investigation,
                      const std::string& site, const std::string& origin) {
  if (base::folder_exists(ledger::ledger_folder(investigation))) {
    std::uint64_t size = 0;
    log::Hash root{};
    for (const ledger::Publication& one : ledger::publications(investigation)) {
      const auto hash = log::hash_of_hex(one.log_root);
      if (!hash || static_cast<std::uint64_t>(one.log_size) < size) continue;
      size = static_cast<std::uint64_t>(one.log_size);
      root = *hash;
    }
    if (size > 0) expect_root(state, size, root, "ledger/");
  }
  if (site.empty()) return;
  const std::string path = join(site, "log/checkpoint");
  if (base::path_kind(path) != base::PathKind::file) return;
  const auto note = log::parse_note(base::read_file(path));
  const auto stands = note ? log::parse_checkpoint(note->text) : std::nullopt;
  // A checkpoint that is none, or of another log, is put aside as any altered file of the site.
  if (stands && stands->origin == origin) expect_root(state, stands->size, stands->root, path);
}

std::optional<log::LogPublication> newest_publication(const LogState& state) {
  if (state.publications.empty()) return std::nullopt;
  std::string line = state.publications.rbegin()->second;
  if (line.ends_with('\n')) line.pop_back();
  const auto leaf = log::parse_opened_line(line);
  return leaf ? log::parse_publication(leaf->body) : std::nullopt;
}

}  // namespace sanaq::publish
