#include "sanaq/ledger/reader.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/chain_files.h"

namespace sanaq::ledger {
namespace {

using base::message;

[[noreturn]] void refuse(const std::string& path, std::int64_t line, const base::Message& reason) {
  throw base::Error(base::Kind::corrupt,
                    message("{}, line {}: {}; run `sanaq verify` to see everything that is wrong",
                            path, line, reason.english()));
}

// One chain, entry by entry, from one seq to another.
class Cursor {
 public:
  Cursor(const ChainFile& file, std::int64_t first, std::int64_t last)
      : file_(file),
        first_(first),
        last_(last),
        chain_(file.chain_path),
        bodies_(file.bodies_path),
        lines_(chain_.bytes()),
        body_lines_(bodies_.bytes()) {
    next_body();
    next();
  }

  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  [[nodiscard]] Entry& entry() { return entry_; }
  [[nodiscard]] bool comes_before(const Cursor& other) const {
    return std::tie(entry_.clock, entry_.writer, entry_.seq) <
           std::tie(other.entry_.clock, other.entry_.writer, other.entry_.seq);
  }

  void next() {
    Line line;
    do {
      if (!lines_.next(line) || line.number > last_) {
        is_at_end_ = true;
        return;
      }
    } while (line.number < first_);
    const auto problem = read_chain_line(line.text, entry_);
    if (problem) refuse(file_.chain_path, line.number, problem->reason);
    take_body();
  }

 private:
  ChainFile file_;
  std::int64_t first_, last_;
  MappedIfThere chain_, bodies_;
  Lines lines_, body_lines_;
  bool is_at_end_ = false;
  Entry entry_;
  std::optional<Body> body_;  // the next one that no entry has taken
  // Why the line behind that could not be read: nothing comes of it unless an entry needs a body
  // from there on.
  std::optional<base::Message> problem_;
  std::int64_t body_line_ = 0, body_seq_ = 0;

  void take_body() {
    while (body_ && body_->seq < entry_.seq) next_body();
    if (problem_) refuse(file_.bodies_path, body_line_, *problem_);
    if (!body_ || body_->seq != entry_.seq) return;
    if (commit(body_->salt, body_->body) != entry_.commitment)
      refuse(file_.bodies_path, body_line_, message("the body is not what the chain committed to"));
    if (fit_of(entry_.kind, body_->body) != Fit::misfit) {
      entry_.body = std::move(body_->body);
      entry_.salt = std::move(body_->salt);
    }
    next_body();
  }

  void next_body() {
    body_.reset();
    Line line;
    if (!body_lines_.next(line)) return;
    body_line_ = line.number;
    auto parsed = parse_body_line(line.text);
    if (parsed && parsed->seq <= body_seq_) {
      problem_ = message("the body of entry {} stands here out of its order", parsed->seq);
    } else if (!parsed) {
      problem_ = parsed.error().reason;
    } else {
      body_seq_ = parsed->seq;
      body_ = std::move(*parsed);
    }
  }
};

using Cursors = std::vector<std::unique_ptr<Cursor>>;

void merge_cursors(Cursors cursors, const std::function<void(Entry&)>& visit) {
  for (;;) {
    std::erase_if(cursors, [](const auto& cursor) { return cursor->is_at_end(); });
    if (cursors.empty()) return;
    const auto first = std::min_element(
        cursors.begin(), cursors.end(),
        [](const auto& left, const auto& right) { return left->comes_before(*right); });
    visit((*first)->entry());
    (*first)->next();
  }
}

const ScannedChain* scanned(const FolderFacts& folder, const KeyStanding& key) {
  const auto chain =
      std::find_if(folder.chains.begin(), folder.chains.end(), [&](const ScannedChain& known) {
        return known.file.writer == key.writer && known.file.fork == key.fork;
      });
  return chain == folder.chains.end() ? nullptr : &*chain;
}

// Entries that counted would be left out in silence.
void refuse_if_interrupted(const ScannedChain& chain, const KeyStanding& key) {
  if (!chain.is_interrupted || key.counts_up_to == 0 || key.counts_up_to < chain.end) return;
  refuse(chain.file.chain_path, chain.sound + 1,
         message("this line was altered or damaged after it was written"));
}

// No body where somebody had it sealed or erased.
void close(const Standing& standing, Entry& entry) {
  if (!can_be_erased(entry.kind)) return;
  const EntryPlace place{entry.writer, entry.seq};
  if (!standing.sealed.contains(place) && !standing.destroyed.contains(place)) return;
  entry.body.reset();
  entry.salt.clear();
}

}  // namespace

void for_each_entry(const std::string& investigation,
                    const std::function<void(const Entry&)>& visit) {
  const FolderFacts folder = gather_facts(investigation);
  for_each_entry(folder, standing_here(investigation, folder), visit);
}

void for_each_entry(const FolderFacts& folder, const Standing& standing,
                    const std::function<void(const Entry&)>& visit) {
  Cursors cursors;
  for (const auto& [writer, key] : standing.keys) {
    const ScannedChain* chain = scanned(folder, key);
    if (chain == nullptr) continue;
    refuse_if_interrupted(*chain, key);
    if (key.counts_up_to > 0)
      cursors.push_back(std::make_unique<Cursor>(chain->file, 1, key.counts_up_to));
  }
  merge_cursors(std::move(cursors), [&](Entry& entry) {
    close(standing, entry);
    visit(entry);
  });
}

void for_each_stranger_entry(const std::string& investigation,
                             const std::function<void(const Entry&)>& visit) {
  const FolderFacts folder = gather_facts(investigation);
  const Standing standing = standing_here(investigation, folder);
  Cursors cursors;
  for (const auto& [writer, key] : standing.keys) {
    const ScannedChain* chain = scanned(folder, key);
    if (chain == nullptr || key.counts_up_to >= key.lines) continue;
    cursors.push_back(std::make_unique<Cursor>(chain->file, key.counts_up_to + 1, key.lines));
  }
  merge_cursors(std::move(cursors), [&](Entry& entry) {
    close(standing, entry);
    visit(entry);
  });
}

std::vector<base::Message> left_out(const std::string& investigation) {
  const FolderFacts folder = gather_facts(investigation);
  const Standing standing = standing_here(investigation, folder);
  std::vector<base::Message> said;
  for (const ScannedChain& chain : folder.chains) {
    if (chain.line_count > chain.end)
      said.push_back(
          message("{}, line {}: what stands from here on is not signed by its writer "
                  "and is not read; run `sanaq verify`",
                  chain.file.chain_path, chain.end + 1));
  }
  const auto names = names_of_writers(folder, standing);
  for (const auto& [writer, key] : standing.keys) {
    if (key.counts_up_to < key.lines)
      said.push_back(message("entries of {} ({}) that do not count: {}; `sanaq verify` says why",
                             writer.substr(0, 8), names.at(writer), key.lines - key.counts_up_to));
  }
  return said;
}

std::map<std::string, std::string> names_of_writers(const FolderFacts& folder,
                                                    const Standing& standing) {
  std::map<std::string, std::string> names;
  for (const ScannedChain& chain : folder.chains) {
    const PersonStanding* person = standing.person_of(chain.file.writer);
    names[chain.file.writer] = person != nullptr ? person->name : chain.name;
  }
  return names;
}

}  // namespace sanaq::ledger
