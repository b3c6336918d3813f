#include "sanaq/publish/verify_log.h"

#include <set>

#include "sanaq/base/sha256.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/publish/log_code.h"
#include "sanaq/publish/log_file_check.h"
#include "sanaq/publish/log_openings.h"
#include "sanaq/publish/log_tree_check.h"

namespace sanaq::publish {
namespace {

using base::message;

// False where nothing can be held against it.
bool take_checkpoint(const log::ReadFile& read_file, CheckedLog& checked) {
  const auto bytes = read_file(log_checkpoint_file);
  const auto read = bytes ? read_checkpoint(*bytes) : std::nullopt;
  if (!read || read->checkpoint.size == 0) {
    checked.report.add(LogWord::changed, log_checkpoint_file,
                       message("this is no signed checkpoint as sanaq writes them"));
    return false;
  }
  checked.seen.checkpoint = *read;
  checked.report.origin = read->checkpoint.origin;
  checked.report.size = read->checkpoint.size;
  checked.report.code = log_code(read->checkpoint);
  return true;
}

void check_signatures(const log::ReadFile& read_file, SeenLog& seen, LogReport& report) {
  const auto bytes = read_file(log_key_file);
  const auto keys = bytes ? read_log_keys(*bytes, seen.checkpoint.checkpoint.origin) : std::nullopt;
  if (!keys)
    report.add(bytes ? LogWord::changed : LogWord::missing, log_key_file,
               message("the keys of this log do not stand here, one a line"));
  seen.keys = keys.value_or(std::vector<log::NoteKey>{});
  bool is_signed = false;
  for (const log::NoteKey& key : seen.keys) {
    const log::Signed judged = log::signed_by(seen.checkpoint.note, key);
    is_signed = is_signed || judged == log::Signed::yes;
    if (judged == log::Signed::yes) report.signers.push_back(log::vkey_text(key));
    if (judged == log::Signed::falsely)
      report.add(LogWord::changed, log_checkpoint_file,
                 message("a signature of the log does not hold"));
  }
  if (!is_signed)
    report.add(LogWord::changed, log_checkpoint_file, message("no key of log/key.txt signed this"));
}

// Lines of a page's leaves must stand among those that are open.
void check_entries_file(const std::string& path, const std::string& text, const SeenLog& seen,
                        LogReport& report) {
  std::vector<log::OpenedLeaf> leaves;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    std::string_view line = left.substr(0, end);
    left.remove_prefix(std::min(end + 1, left.size()));
    if (line.ends_with(',')) line.remove_suffix(1);
    const auto leaf = log::parse_opened_line(line);
    const auto open = leaf ? seen.open.find(leaf->index) : seen.open.end();
    if (open != seen.open.end() && open->second == *leaf) leaves.push_back(*leaf);
  }
  if (log::entries_json(leaves) != text)
    report.add(LogWord::changed, path, message("a line here is none of what the log has opened"));
}

// What the newest publication vouches for.
void check_manifest(const log::ReadFile& read_file, const std::vector<base::TreeEntry>& entries,
                    const SeenLog& seen, LogReport& report, base::Progress& progress) {
  const std::string path(log::manifest_path);
  const auto bytes = read_file(path);
  const auto manifest = bytes ? log::parse_manifest(*bytes) : base::Result<log::LogManifest>{};
  const bool is_vouched = bytes && !seen.publications.empty() &&
                          base::sha256_hex(*bytes) == seen.publications.back().body.manifest;
  if (!bytes)
    report.add(LogWord::missing, path, message("this was published and is missing"));
  else if (!is_vouched || !manifest)
    report.add(LogWord::changed, path,
               message("this is not the list of files that the log vouches for"));
  if (!bytes || !manifest) return;
  check_files(*manifest, read_file, entries, report, progress);
  for (const auto& [listed, hash] : manifest->files) {
    const std::string file(listed);
    if (!file.ends_with(".entries.json")) continue;
    if (const auto text = read_file(file)) check_entries_file(file, *text, seen, report);
  }
}

void check_publication_files(const std::vector<base::TreeEntry>& entries, const SeenLog& seen,
                             LogReport& report) {
  std::set<std::string> known;
  for (const SeenPublication& one : seen.publications)
    known.insert(log::publication_path(one.body.size));
  const bool is_complete = !seen.publications.empty() && seen.publications.front().body.before == 0;
  for (const base::TreeEntry& entry : entries) {
    const bool is_one = entry.path.starts_with("log/publication/");
    if (is_one && entry.kind != base::PathKind::folder && is_complete &&
        !known.contains(entry.path))
      report.add(LogWord::extra, entry.path, message("the log has no such publication"));
  }
}

}  // namespace

CheckedLog verify_log(const std::string& site, base::Progress& progress) {
  CheckedLog checked;
  const log::ReadFile read_file = read_files_of(site);
  if (!take_checkpoint(read_file, checked)) return checked;
  const std::vector<base::TreeEntry> entries = base::walk_tree(site);
  std::vector<std::string> tiles;
  for (const base::TreeEntry& entry : entries)
    if (entry.kind != base::PathKind::folder && entry.path.starts_with("log/tile/"))
      tiles.push_back(entry.path);
  // Before anything is made as large as a stranger's checkpoint says.
  if (checked.report.size > tiles.size() * log::tile_width) {
    checked.report.add(LogWord::missing, "log/tile/",
                       message("the log has fewer files than its checkpoint needs"));
    return checked;
  }
  check_signatures(read_file, checked.seen, checked.report);
  check_tree(checked.seen.checkpoint.checkpoint, read_file, tiles, checked.report);
  check_openings(read_file, checked.seen, checked.report);
  check_publication_files(entries, checked.seen, checked.report);
  check_manifest(read_file, entries, checked.seen, checked.report, progress);
  return checked;
}

}  // namespace sanaq::publish
