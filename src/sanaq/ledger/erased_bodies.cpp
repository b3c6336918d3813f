#include "sanaq/ledger/erased_bodies.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"

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

// Which of the entries have a body in the file, and the file without these.
std::set<std::int64_t> take_out(const std::string& bodies_path, const std::set<std::int64_t>& seqs,
                                std::string* kept) {
  std::set<std::int64_t> found;
  const MappedIfThere bodies(bodies_path);
  Lines lines(bodies.bytes());
  Line line;
  while (lines.next(line)) {
    const auto body = view_body_line(line.text);
    if (body && seqs.contains(body->seq)) {
      found.insert(body->seq);
    } else if (kept != nullptr) {
      kept->append(line.text);
      if (line.is_ended) kept->append("\n");
    }
  }
  return found;
}

}  // namespace

std::vector<EntryPlace> bodies_to_remove(const FolderFacts& folder, const Standing& standing) {
  std::set<EntryPlace> places;
  for (const ScannedChain& chain : folder.chains) {
    std::set<std::int64_t> seqs = seqs_of(standing.destroyed, chain.file.writer);
    // What others are checked by is not erased, whatever an erasure names.
    if (!seqs.empty()) {
      const MappedIfThere file(chain.file.chain_path);
      for (const auto& [seq, line] : lines_numbered(file.bytes(), {seqs.begin(), seqs.end()})) {
        const auto entry = parse_chain_line(line);
        if (!entry || !can_be_erased(entry->kind)) seqs.erase(seq);
      }
    }
    if (seqs.empty()) continue;
    for (const std::int64_t seq : take_out(chain.file.bodies_path, seqs, nullptr))
      places.insert({chain.file.writer, seq});
  }
  return {places.begin(), places.end()};
}

void remove_bodies(const std::string& investigation, const std::set<EntryPlace>& places) {
  for (const ChainFile& file : chain_files(investigation)) {
    const std::set<std::int64_t> seqs = seqs_of(places, file.writer);
    std::string kept;
    if (!seqs.empty() && !take_out(file.bodies_path, seqs, &kept).empty())
      base::write_file_whole(file.bodies_path, kept);
  }
}

}  // namespace sanaq::ledger
