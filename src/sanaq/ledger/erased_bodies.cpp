#include "sanaq/ledger/erased_bodies.h"

#include <algorithm>
#include <map>

#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/facts.h"

namespace sanaq::ledger {
namespace {

// The seqs of one writer among the places.
std::set<std::int64_t> seqs_of(const std::set<EntryPlace>& places, const std::string& writer) {
  std::set<std::int64_t> seqs;
  for (auto place = places.lower_bound({writer, 0});
       place != places.end() && place->writer == writer; ++place)
    seqs.insert(place->seq);
  return seqs;
}

// The bodies of those entries that stand in the file, and the file without them.
std::map<std::int64_t, Body> take_out(const std::string& bodies_path,
                                      const std::set<std::int64_t>& seqs, std::string& kept) {
  std::map<std::int64_t, Body> found;
  const MappedIfThere bodies(bodies_path);
  Lines lines(bodies.bytes());
  Line line;
  while (lines.next(line)) {
    auto body = parse_body_line(line.text);
    if (body && seqs.contains(body->seq)) {
      found.emplace(body->seq, std::move(*body));
    } else {
      kept.append(line.text).append(line.is_ended ? "\n" : "");
    }
  }
  return found;
}

std::vector<Entry> with_bodies(const FolderFacts& folder, const std::set<EntryPlace>& places) {
  std::map<EntryPlace, Entry> entries;
  for (const ScannedChain& chain : folder.chains) {
    const std::set<std::int64_t> seqs = seqs_of(places, chain.file.writer);
    if (seqs.empty()) continue;
    std::string rest;
    std::map<std::int64_t, Body> bodies = take_out(chain.file.bodies_path, seqs, rest);
    const MappedIfThere file(chain.file.chain_path);
    for (const auto& [seq, line] : lines_numbered(file.bytes(), {seqs.begin(), seqs.end()})) {
      auto entry = parse_chain_line(line);
      const auto body = bodies.find(seq);
      // What others are checked by is not erased, whatever an erasure names.
      if (!entry || body == bodies.end() || !can_be_erased(entry->kind)) continue;
      entry->body = std::move(body->second.body);
      entry->salt = std::move(body->second.salt);
      entries.emplace(EntryPlace{entry->writer, seq}, std::move(*entry));
    }
  }
  std::vector<Entry> here;
  for (auto& [place, entry] : entries) here.push_back(std::move(entry));
  return here;
}

}  // namespace

std::vector<Entry> bodies_to_destroy(const std::string& investigation) {
  const FolderFacts folder = gather_facts(investigation);
  if (folder.facts.erasures.empty()) return {};  // of most ledgers, and every command asks
  return with_bodies(folder, standing_here(investigation, folder).destroyed);
}

std::vector<Entry> entries_with_bodies(const std::string& investigation,
                                       const std::set<EntryPlace>& places) {
  if (places.empty()) return {};
  return with_bodies(gather_facts(investigation), places);
}

void remove_bodies(const std::string& investigation, const std::set<EntryPlace>& places) {
  for (const ChainFile& file : chain_files(investigation)) {
    const std::set<std::int64_t> seqs = seqs_of(places, file.writer);
    std::string kept;
    if (!seqs.empty() && !take_out(file.bodies_path, seqs, kept).empty())
      base::write_file_whole(file.bodies_path, kept);
  }
}

}  // namespace sanaq::ledger
