#include "sanaq/publish/log_against.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/publish/log_code.h"
#include "sanaq/publish/log_openings.h"

namespace sanaq::publish {
namespace {

using base::Error;
using base::Kind;
using base::message;

// False where the trees are two: who signed for both showed two readers two things.
bool is_continued(const log::Checkpoint& old, const log::Checkpoint& now, log::TileReader& tiles) {
  return log::consistency_holds(old.size, old.root, now.size, now.root,
                                log::consistency_proof(old.size, now.size, tiles.reader()));
}

bool has_publication_at(const SeenLog& seen, std::uint64_t size) {
  return std::any_of(seen.publications.begin(), seen.publications.end(),
                     [&](const SeenPublication& one) { return one.body.size == size; });
}

void judge_leaves(const SeenLog& seen, std::uint64_t old_size, LogReport& report) {
  std::set<std::uint64_t> open;
  for (const SeenPublication& one : seen.publications)
    if (one.body.size <= old_size) (void)log::add_open_list(open, one.list);
  for (const std::uint64_t index : open) {
    if (seen.open.contains(index)) continue;
    const auto by = closed_by(seen, index, old_size);
    const auto ground = by ? ground_of(seen, *by, index) : std::nullopt;
    if (ground)
      report.add(LogWord::withdrawn, place_of_leaf(index),
                 message("closed since; leaf {} says why: {}", open_end(seen, *by), *ground));
    else
      report.add(LogWord::removed, place_of_leaf(index),
                 message("this was open then, is not open now, and no open leaf says why"));
  }
}

// The same tree, continued: what of it is still open?
void judge_continuation(const SeenLog& seen, std::uint64_t old_size, LogReport& report) {
  if (has_publication_at(seen, old_size))
    judge_leaves(seen, old_size, report);
  else
    report.add(LogWord::removed, log::publication_path(old_size),
               message("the log knows of no publication of the older size"));
}

void name_fork(const std::string& place, LogReport& report) {
  report.add(LogWord::forked, place,
             message("the older checkpoint is not a beginning of this log: somebody was shown "
                     "something else, or the site was put back"));
}

// Another key signs now than signed then. An open leaf must name it.
void judge_new_key(const SeenLog& seen, LogReport& report) {
  for (const auto& [index, leaf] : seen.open) {
    const auto body = nlohmann::json::parse(leaf.body, nullptr, false);
    const auto named = body.find("log_key");
    const auto key = named != body.end() && named->is_string()
                         ? log::parse_vkey(named->get<std::string>())
                         : base::Result<log::NoteKey>{};
    if (named == body.end() || !key ||
        log::signed_by(seen.checkpoint.note, *key) != log::Signed::yes)
      continue;
    report.add(LogWord::note, place_of_leaf(index),
               message("another key signs this log now; this leaf names it"));
    return;
  }
  report.add(LogWord::changed, log_checkpoint_file,
             message("another key signed this than signed the older checkpoint, and no open leaf "
                     "names it"));
}

void judge_keys(const SignedCheckpoint& old, const std::vector<log::NoteKey>& keys,
                const std::string& place, const SeenLog& seen, LogReport& report) {
  bool is_signed = false, is_same = false;
  for (const log::NoteKey& key : keys) {
    const bool signed_then = log::signed_by(old.note, key) == log::Signed::yes;
    is_signed = is_signed || signed_then;
    is_same =
        is_same || (signed_then && log::signed_by(seen.checkpoint.note, key) == log::Signed::yes);
  }
  if (!is_signed)
    report.add(LogWord::changed, place, message("no key of this log signed the older checkpoint"));
  else if (!is_same)
    judge_new_key(seen, report);
}

void against_checkpoint(const std::string& site, const std::string& place, const std::string& text,
                        const std::vector<log::NoteKey>& more_keys, CheckedLog& checked) {
  const auto old = read_checkpoint(text);
  if (!old)
    throw Error(Kind::bad_input,
                message("{}: this is no signed checkpoint as sanaq writes them", place));
  std::vector<log::NoteKey> keys = checked.seen.keys;
  keys.insert(keys.end(), more_keys.begin(), more_keys.end());
  judge_keys(*old, keys, place, checked.seen, checked.report);
  const log::Checkpoint& now = checked.seen.checkpoint.checkpoint;
  log::TileReader tiles(read_files_of(site), now.size);
  if (old->checkpoint.origin != now.origin || old->checkpoint.size > now.size ||
      !is_continued(old->checkpoint, now, tiles))
    return name_fork(place, checked.report);
  judge_continuation(checked.seen, old->checkpoint.size, checked.report);
}

void against_code(const std::string& site, const std::string& typed, CheckedLog& checked) {
  const ledger::CheckpointCode code = parse_log_code(typed);
  log::Checkpoint old = checked.seen.checkpoint.checkpoint;
  const auto size = static_cast<std::uint64_t>(code.entry_count);
  if (size > old.size) return name_fork(typed, checked.report);
  log::TileReader tiles(read_files_of(site), old.size);
  old.size = size;
  old.root = log::root_of(size, tiles.reader());
  const std::string hash = base::sha256_hex(log::checkpoint_text(old));
  if (!hash.starts_with(code.self_start)) return name_fork(typed, checked.report);
  judge_continuation(checked.seen, size, checked.report);
}

// For information: what of the older copy is another file now.
void compare_files(const log::ReadFile& read_old, const log::ReadFile& read_new,
                   LogReport& report) {
  const auto manifest_of = [](const log::ReadFile& read_file) {
    const auto bytes = read_file(std::string(log::manifest_path));
    auto manifest = bytes ? log::parse_manifest(*bytes) : base::Result<log::LogManifest>{};
    return manifest ? manifest->files : log::FileHashes{};
  };
  const auto before = manifest_of(read_old), now = manifest_of(read_new);
  for (const auto& [path, hash] : before) {
    const auto found = now.hash_of(path);
    if (!found)
      report.add(LogWord::note, std::string(path),
                 message("the older copy has this file, the newer has not"));
    else if (*found != hash)
      report.add(LogWord::note, std::string(path), message("another file than in the older copy"));
  }
  for (const auto& [path, hash] : now)
    if (!before.contains(path))
      report.add(LogWord::note, std::string(path),
                 message("the older copy does not have this file"));
}

void against_copy(const std::string& site, const std::string& older, CheckedLog& checked) {
  const log::ReadFile read_old = read_files_of(older);
  const auto text = read_old(log_checkpoint_file);
  if (!text) throw Error(Kind::not_found, message("{}: this folder has no log/checkpoint", older));
  const auto keys = read_old(log_key_file);
  const auto origin = checked.seen.checkpoint.checkpoint.origin;
  against_checkpoint(site, base::join(older, log_checkpoint_file), *text,
                     keys ? read_log_keys(*keys, origin).value_or(std::vector<log::NoteKey>{})
                          : std::vector<log::NoteKey>{},
                     checked);
  compare_files(read_old, read_files_of(site), checked.report);
}

}  // namespace

void check_against(const std::string& site, const std::string& older, CheckedLog& checked) {
  if (checked.report.origin.empty()) return;  // no checkpoint of its own; that is named
  try {
    if (base::folder_exists(older)) return against_copy(site, older, checked);
    if (base::file_exists(older))
      return against_checkpoint(site, older, base::read_file(older), {}, checked);
    if (looks_like_log_code(older)) return against_code(site, older, checked);
  } catch (const Error& error) {
    // Without a tile nothing can be proved; that it is missing is named by verify_log.
    if (error.kind() != Kind::corrupt) throw;
    return name_fork(older, checked.report);
  }
  throw Error(Kind::not_found,
              message("{}: this is no file, no folder and no code of a site's checkpoint (they "
                      "begin with L-)",
                      older));
}

}  // namespace sanaq::publish
