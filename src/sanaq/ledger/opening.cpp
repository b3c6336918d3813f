#include "sanaq/ledger/opening.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;

// A file that was taken in by its hash.
bool has_kept_files(const std::string& folder) {
  if (!base::folder_exists(folder)) return false;
  const std::vector<std::string> names = base::list_folder(folder);
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return is_hash(name.substr(0, 64)); });
}

bool has_evidence(const std::string& investigation) {
  return has_kept_files(base::join(investigation, "evidence"));
}

bool has_versions(const std::string& investigation) {
  return has_kept_files(base::join(base::join(investigation, "lists"), ".versions"));
}

bool has_lines(const std::string& investigation) {
  const std::vector<ChainFile> files = chain_files(investigation);
  return std::any_of(files.begin(), files.end(), [](const ChainFile& file) {
    return base::file_exists(file.chain_path) && base::file_size(file.chain_path) > 0;
  });
}

// Lists are kept before the first entry is written; documents never are.
void expect_not_emptied(const std::string& investigation, const Opening& opening) {
  if (opening.folder.line_count > 0) return;
  const bool was_written = opening.anchor && !opening.anchor->own.empty();
  if (!has_evidence(investigation) && !(was_written && has_versions(investigation))) return;
  throw base::Error(base::Kind::corrupt,
                    message("{}: the ledger is empty, and evidence or versions of lists are here: "
                            "its files were removed; put them back from another copy, or move "
                            "evidence/ and lists/.versions/ elsewhere to begin anew",
                            ledger_folder(investigation)));
}

void expect_believed_id(const std::string& investigation, const Opening& opening) {
  const std::string id = opening.anchor ? opening.anchor->id : "";
  const auto& founded = opening.standing.founded;
  const bool is_here = std::any_of(founded.begin(), founded.end(),
                                   [&](const FoundedId& known) { return known.id == id; });
  if (id.empty() || is_here) return;
  throw base::Error(base::Kind::corrupt,
                    message("{}: the entry that founded this investigation is gone, or this is "
                            "another investigation's ledger; put the files back from another copy, "
                            "or keep the other investigation in a folder of its own",
                            ledger_folder(investigation)));
}

bool has_fork(const FolderFacts& folder, const std::string& writer) {
  return std::count_if(folder.facts.chains.begin(), folder.facts.chains.end(),
                       [&](const ChainFacts& chain) { return chain.writer == writer; }) > 1;
}

// How much of the bodies' file belongs to the lines up to `seq`.
std::size_t bodies_up_to(std::string_view bodies, std::int64_t seq) {
  bodies = bodies.substr(0, bodies.rfind('\n') + 1);
  while (!bodies.empty()) {
    const std::string_view line = last_whole_line(bodies);
    const auto body = parse_body_line(line);
    if (body && body->seq <= seq) break;
    bodies.remove_suffix(line.size() + 1);
  }
  return bodies.size();
}

bool was_given_up(const KeyStanding& key) {
  using enum CountReason;
  return key.ends && (*key.ends == replaced || *key.ends == revoked || *key.ends == lost ||
                      *key.ends == recovered || *key.ends == same_ended);
}

// A folder that was moved is the one that it was: its key and what is remembered of it follow.
void follow_moved_folder(const std::string& investigation, const FolderFacts& folder) {
  const std::string here = base::absolute_path(investigation);
  for (const Key& key : all_keys()) {
    if (key.is_retired() || key.folder() == here || find_chain(folder, key.writer()) == nullptr ||
        base::file_exists(chain_file(key.folder(), key.writer()).chain_path))
      continue;
    move_anchor(key.folder(), here);
  }
}

}  // namespace

bool forget_if_gone(const std::string& investigation) {
  if (!read_anchor(investigation) || has_lines(investigation) || has_evidence(investigation) ||
      has_versions(investigation))
    return false;
  remove_anchor(investigation);
  return true;
}

Opening open_folder(const std::string& investigation, std::vector<base::Message>& said) {
  if (forget_if_gone(investigation))
    said.push_back(
        message("{}: another investigation stood here before and is gone; a new one begins",
                investigation));
  Opening opening;
  opening.folder = gather_facts(investigation);
  follow_moved_folder(investigation, opening.folder);
  opening.anchor = read_anchor(investigation);
  opening.standing = standing_for_all(investigation, opening.folder);
  expect_not_emptied(investigation, opening);
  expect_believed_id(investigation, opening);
  opening.is_first_time =
      !opening.standing.id.empty() && !is_believed_anywhere(opening.standing.id);
  return opening;
}

void expect_own_chains(const std::string& investigation, const Opening& opening) {
  if (!opening.anchor) return;
  const std::string here = base::absolute_path(investigation);
  for (const Key& key : all_keys()) {
    const auto head = opening.anchor->own.find(key.writer());
    if (key.is_retired() || key.folder() != here || head == opening.anchor->own.end() ||
        has_fork(opening.folder, key.writer()))
      continue;
    const ScannedChain* chain = find_chain(opening.folder, key.writer());
    if (chain != nullptr && has_line(*chain, head->second.first, head->second.second)) continue;
    throw base::Error(
        base::Kind::corrupt,
        message("{}: your chain was longer, or another, when you last wrote here (entry {}): this "
                "is an older copy, or somebody changed it; merge the newer copy, or go on under a "
                "new key: sanaq key {} --new",
                chain_file(investigation, key.writer()).chain_path, head->second.first,
                investigation));
  }
}

std::optional<Key> key_of_folder(const std::string& investigation, const Opening& opening) {
  std::vector<std::string> writers;
  for (const ScannedChain& chain : opening.folder.chains) {
    if (chain.file.fork.empty() && !has_fork(opening.folder, chain.file.writer))
      writers.push_back(chain.file.writer);
  }
  auto key = find_key(investigation, writers);
  if (!key) return std::nullopt;
  const auto standing = opening.standing.keys.find(key->writer());
  if (standing != opening.standing.keys.end() && was_given_up(standing->second))
    throw base::Error(base::Kind::conflict,
                      message("the key that you write with here was given up, and nothing that it "
                              "writes counts; go on under a new one: sanaq key {} --new",
                              investigation));
  return key;
}

std::optional<Key> key_of_member(const Opening& opening) {
  for (Key& key : all_keys()) {
    const auto standing = opening.standing.keys.find(key.writer());
    const bool is_good = !key.is_retired() && standing != opening.standing.keys.end() &&
                         standing->second.counts == CountReason::member &&
                         !was_given_up(standing->second);
    if (is_good && opening.standing.person_of(key.writer()) != nullptr) return std::move(key);
  }
  return std::nullopt;
}

const ScannedChain* find_chain(const FolderFacts& folder, const std::string& writer) {
  const auto chain =
      std::find_if(folder.chains.begin(), folder.chains.end(), [&](const ScannedChain& known) {
        return known.file.writer == writer && known.file.fork.empty();
      });
  return chain == folder.chains.end() ? nullptr : &*chain;
}

ScannedChain own_chain(const Opening& opening, const std::string& writer) {
  ScannedChain chain = *find_chain(opening.folder, writer);
  const auto facts = std::find_if(
      opening.folder.facts.chains.begin(), opening.folder.facts.chains.end(),
      [&](const ChainFacts& known) { return known.writer == writer && known.fork.empty(); });
  if (chain.first_signed > 0 || facts == opening.folder.facts.chains.end() ||
      facts->clock_end >= chain.end)
    return chain;
  const MappedIfThere file(chain.file.chain_path);
  chain.end = 0;
  chain.end_offset = 0;
  chain.last = {};
  Lines lines(file.bytes());
  Line line;
  while (chain.end < facts->clock_end && lines.next(line)) {
    ++chain.end;
    chain.end_offset += line.text.size() + 1;
    chain.last = *parse_chain_line(line.text);
    chain.last_hash = line_hash(line.text);
  }
  return chain;
}

void cut_unsigned_end(const ScannedChain& chain, std::vector<base::Message>& said) {
  if (chain.has_crlf)
    throw base::Error(base::Kind::corrupt,
                      message("{}: the lines end in CR LF: a mailer or an editor changed them, and "
                              "nothing else need be wrong; turn CR LF back into LF",
                              chain.file.chain_path));
  if (chain.is_interrupted)
    throw base::Error(base::Kind::corrupt,
                      message("{}, line {}: this line was altered or damaged after it was written; "
                              "put the file back from another copy",
                              chain.file.chain_path, chain.sound + 1));
  if (base::file_size(chain.file.chain_path) <= static_cast<std::int64_t>(chain.end_offset)) return;
  cut_behind(chain.file, chain.end, chain.end_offset);
  said.push_back(message(
      "{}, line {}: what stood from here on ({} lines) is not signed by your key and was "
      "moved to {}.cut-off",
      chain.file.chain_path, chain.end + 1, chain.line_count - chain.end, chain.file.writer));
}

void cut_behind(const ChainFile& file, std::int64_t seq, std::size_t chain_bytes) {
  ChainSizes kept{static_cast<std::int64_t>(chain_bytes), 0};
  {
    const MappedIfThere bodies(file.bodies_path);
    kept.bodies = static_cast<std::int64_t>(bodies_up_to(bodies.bytes(), seq));
  }
  cut_off(file, kept);
}

Unvouched as_unvouched(const ScannedChain& chain) {
  Unvouched shown{chain.file.writer,     chain.name,     chain.end, chain.last.time.substr(0, 10),
                  chain.last_checkpoint, chain.last.self};
  std::vector<std::int64_t> numbers;
  for (std::int64_t seq = chain.last_checkpoint + 1; seq <= chain.end && numbers.size() < 20; ++seq)
    numbers.push_back(seq);
  const MappedIfThere lines(chain.file.chain_path), bodies(chain.file.bodies_path);
  std::vector<Entry> entries;
  for (const auto& [number, line] : lines_numbered(lines.bytes(), numbers))
    entries.push_back(*parse_chain_line(line));
  fill_bodies(entries, bodies.bytes());
  for (const Entry& entry : entries)
    shown.after.push_back(
        {entry.seq, entry.time.substr(0, 10), entry.kind, entry.body.value_or("")});
  return shown;
}

std::vector<Unvouched> unvouched_chains(const Opening& opening, const std::string& except) {
  std::vector<Unvouched> chains;
  for (const ScannedChain& chain : opening.folder.chains) {
    if (!chain.file.fork.empty() || chain.first_signed > 0 || chain.end == 0 ||
        chain.file.writer == except || has_fork(opening.folder, chain.file.writer))
      continue;
    const auto standing = opening.standing.keys.find(chain.file.writer);
    const bool counts = !opening.standing.id.empty() && standing != opening.standing.keys.end() &&
                        standing->second.counts_up_to >= chain.end;
    if (counts && !standing->second.is_unasked) continue;
    chains.push_back(as_unvouched(chain));
    chains.back().counts = counts;
  }
  return chains;
}

}  // namespace sanaq::ledger
