#include "sanaq/ledger/merge.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;

struct ChainEntry {
  std::string line;  // as it stands in the chain
  std::string self, kind, commitment;
};
using Chain = std::vector<ChainEntry>;
using Place = std::pair<std::string, std::int64_t>;  // writer, seq

// One folder's ledger, or the union of several.
struct Ledger {
  std::map<std::string, std::vector<Chain>> chains;  // writer -> main chain and forks
  std::map<std::string, std::string> bodies;         // commitment -> line
  std::set<Place> erasures;                          // named by an erasure that is here
};

void read_bodies(const ChainFile& file, Ledger& ledger) {
  const MappedIfThere bodies(file.bodies_path);
  Lines lines(bodies.bytes());
  Line line;
  while (lines.next(line)) {
    const auto body = parse_body_line(line.text);
    if (body) ledger.bodies.emplace(commit(body->salt, body->body), line.text);
  }
}

Chain read_chain(const ChainFile& file) {
  Chain chain;
  const MappedIfThere bytes(file.chain_path);
  const bool is_unfinished = read_unfinished(file).has_value();
  Lines lines(bytes.bytes());
  Line line;
  std::string prev(first_prev);
  while (lines.next(line)) {
    if (!line.is_ended && is_unfinished) break;
    const auto entry = parse_chain_line(line.text);
    const bool follows = entry && line.is_ended && entry->prev == prev &&
                         entry->seq == line.number && entry->writer == file.writer;
    if (!follows)
      throw base::Error(base::Kind::corrupt,
                        message("{}, line {}: this chain is not whole and cannot be merged; run "
                                "`sanaq verify` on its folder",
                                file.chain_path, line.number));
    chain.push_back({std::string(line.text), entry->self, entry->kind, entry->commitment});
    prev = line_hash(line.text);
  }
  return chain;
}

void note_erasures(Ledger& ledger) {
  for (const auto& [writer, chains] : ledger.chains) {
    for (const Chain& chain : chains) {
      for (const ChainEntry& entry : chain) {
        const auto line =
            entry.kind == "erasure" ? ledger.bodies.find(entry.commitment) : ledger.bodies.end();
        if (line == ledger.bodies.end()) continue;
        const nlohmann::json body = nlohmann::json::parse(parse_body_line(line->second)->body);
        if (!body.contains("entry") || !body["entry"].contains("writer") ||
            !body["entry"].contains("seq"))
          continue;
        ledger.erasures.emplace(body["entry"]["writer"].get<std::string>(),
                                body["entry"]["seq"].get<std::int64_t>());
      }
    }
  }
}

Ledger read_ledger(const std::string& investigation) {
  Ledger ledger;
  for (const ChainFile& file : chain_files(investigation)) {
    ledger.chains[file.writer].push_back(read_chain(file));
    read_bodies(file, ledger);
  }
  return ledger;
}

bool comes_before(const Chain& left, const Chain& right) {
  return std::lexicographical_compare(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const ChainEntry& a, const ChainEntry& b) { return a.self < b.self; });
}

// Index of the first entry in which they differ.
std::size_t parting(const Chain& left, const Chain& right) {
  const auto at =
      std::mismatch(left.begin(), left.end(), right.begin(), right.end(),
                    [](const ChainEntry& a, const ChainEntry& b) { return a.line == b.line; });
  return static_cast<std::size_t>(at.first - left.begin());
}

// Sorted, and none the beginning of another: in this order a beginning stands right before what
// goes on from it.
std::vector<Chain> longest(std::vector<Chain> chains) {
  std::sort(chains.begin(), chains.end(), comes_before);
  std::vector<Chain> kept;
  for (std::size_t at = 0; at < chains.size(); ++at) {
    const bool goes_on =
        at + 1 < chains.size() && parting(chains[at], chains[at + 1]) == chains[at].size();
    if (!goes_on) kept.push_back(std::move(chains[at]));
  }
  return kept;
}

Ledger united(Ledger left, Ledger right) {
  for (auto& [writer, chains] : right.chains) {
    std::vector<Chain>& own = left.chains[writer];
    std::move(chains.begin(), chains.end(), std::back_inserter(own));
  }
  for (auto& [writer, chains] : left.chains) chains = longest(std::move(chains));
  left.bodies.merge(right.bodies);
  note_erasures(left);
  return left;
}

// The name of a fork: its first line that no chain before it has.
std::string fork_name(const std::vector<Chain>& chains, std::size_t at) {
  std::size_t shared = 0;
  for (std::size_t before = 0; before < at; ++before)
    shared = std::max(shared, parting(chains[at], chains[before]));
  return at == 0 ? "" : chains[at][shared].self;
}

struct Texts {
  std::string chain, bodies;
  std::int64_t entries = 0, body_count = 0;
};

Texts texts_of(const Ledger& ledger, const std::string& writer, const Chain& chain) {
  Texts texts;
  for (const ChainEntry& entry : chain) {
    ++texts.entries;
    texts.chain += entry.line + "\n";
    const auto body = ledger.bodies.find(entry.commitment);
    const bool is_erased =
        can_be_erased(entry.kind) && ledger.erasures.contains({writer, texts.entries});
    if (body == ledger.bodies.end() || is_erased) continue;
    texts.bodies += body->second + "\n";
    ++texts.body_count;
  }
  return texts;
}

std::int64_t line_count(std::string_view bytes) {
  return std::count(bytes.begin(), bytes.end(), '\n');
}

// A fork's name depends on all forks that are known: files under names that are no longer right go
// once the right ones stand.
void remove_outdated(const std::string& investigation, const std::string& writer,
                     const std::set<std::string>& names) {
  for (const ChainFile& file : chain_files(investigation)) {
    if (file.writer != writer || names.contains(file.fork)) continue;
    base::remove_file(file.chain_path);
    base::remove_file(file.bodies_path);
  }
}

// Compares what is on the disk with the union, and writes it where asked. Bodies first: a chain
// never stands without them.
void bring_in(const std::string& investigation, const Ledger& whole, bool writes,
              MergeReport& report) {
  for (const auto& [writer, chains] : whole.chains) {
    MergedChain merged{writer, 0, 0, 0, 0};
    bool changes = false;
    std::set<std::string> names;
    for (std::size_t at = 0; at < chains.size(); ++at) {
      const ChainFile file = chain_file(investigation, writer, fork_name(chains, at));
      names.insert(file.fork);
      const Texts texts = texts_of(whole, writer, chains[at]);
      const std::string chain =
          base::file_exists(file.chain_path) ? base::read_file(file.chain_path) : "";
      const std::string bodies =
          base::file_exists(file.bodies_path) ? base::read_file(file.bodies_path) : "";
      merged.new_entries += std::max<std::int64_t>(0, texts.entries - line_count(chain));
      const std::int64_t body_change = texts.body_count - line_count(bodies);
      (body_change > 0 ? merged.new_bodies : merged.erased_bodies) += std::abs(body_change);
      if (at > 0) merged.fork_seq = static_cast<std::int64_t>(parting(chains[0], chains[at])) + 1;
      changes = changes || chain != texts.chain || bodies != texts.bodies;
      if (writes && bodies != texts.bodies) base::write_file_whole(file.bodies_path, texts.bodies);
      if (writes && chain != texts.chain) base::write_file_whole(file.chain_path, texts.chain);
    }
    if (writes) remove_outdated(investigation, writer, names);
    if (changes || merged.fork_seq > 0) report.chains.push_back(merged);
  }
}

// Files known by their hash: what is missing here is copied.
void bring_in_files(const std::string& investigation, const std::string& other,
                    const std::string& folder, bool writes, MergeReport& report) {
  const std::string from = base::join(other, folder), to = base::join(investigation, folder);
  if (!base::folder_exists(from)) return;
  for (const std::string& name : base::list_folder(from)) {
    if (name.size() < 64 || !is_hash(name.substr(0, 64)) ||
        !base::file_exists(base::join(from, name)) || base::file_exists(base::join(to, name)))
      continue;
    report.new_files.push_back(folder + "/" + name);
    if (!writes) continue;
    base::make_folder(to);
    base::write_file_whole(base::join(to, name), base::MappedFile(base::join(from, name)).bytes());
  }
}

MergeReport run(const std::string& investigation, const std::string& other, bool writes) {
  if (chain_files(other).empty())
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", other));
  MergeReport report;
  const Ledger whole = united(read_ledger(investigation), read_ledger(other));
  // Files first: an entry that names a document never stands without it.
  bring_in_files(investigation, other, "evidence", writes, report);
  bring_in_files(investigation, other, "lists/.versions", writes, report);
  bring_in(investigation, whole, writes, report);
  return report;
}

}  // namespace

MergeReport preview_merge(const std::string& investigation, const std::string& other) {
  return run(investigation, other, false);
}

MergeReport merge(const std::string& investigation, const std::string& other) {
  base::make_folder(ledger_folder(investigation));
  const base::FileLock lock(base::join(ledger_folder(investigation), "lock"));
  for (const ChainFile& file : chain_files(investigation)) (void)recover(file);
  return run(investigation, other, true);
}

}  // namespace sanaq::ledger
