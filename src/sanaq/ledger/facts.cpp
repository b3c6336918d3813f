#include "sanaq/ledger/facts.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/merge_stage.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

// One of a writer's continuations: as much of a file as is authentic.
struct Continuation {
  const ScannedChain* chain = nullptr;
  std::int64_t lines = 0;
  std::int64_t parting = 0;  // seq of the first line that the main one has not; 0 in the main one
};

// How many lines two files begin with in common, of the first `most` of them.
std::int64_t shared_lines(const ScannedChain& left, const ScannedChain& right, std::int64_t most) {
  const MappedIfThere left_file(left.file.chain_path), right_file(right.file.chain_path);
  Lines left_lines(left_file.bytes()), right_lines(right_file.bytes());
  Line left_line, right_line;
  std::int64_t shared = 0;
  while (shared < most && left_lines.next(left_line) && right_lines.next(right_line) &&
         left_line.text == right_line.text)
    ++shared;
  return shared;
}

// What is authentic in each of a writer's files. Where one of them is signed, an unsigned one goes
// only as far as its checkpoint: everybody could write on.
std::vector<Continuation> authentic_parts(const std::vector<const ScannedChain*>& files) {
  const bool is_signed = std::any_of(files.begin(), files.end(), [](const ScannedChain* chain) {
    return chain->first_signed > 0;
  });
  std::vector<Continuation> parts;
  for (const ScannedChain* chain : files) {
    const bool is_short = is_signed && chain->first_signed == 0;
    parts.push_back({chain, is_short ? chain->last_checkpoint : chain->end, 0});
  }
  return parts;
}

// Without those that only begin another: they are no forks. The first is the main one.
std::vector<Continuation> continuations(const std::vector<const ScannedChain*>& files) {
  std::vector<Continuation> parts = authentic_parts(files);
  std::vector<Continuation> kept;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    bool begins_another = false;
    for (std::size_t other = 0; other < parts.size() && !begins_another; ++other) {
      const bool is_longer = parts[other].lines > parts[at].lines ||
                             (parts[other].lines == parts[at].lines && other < at);
      begins_another = is_longer && shared_lines(*parts[at].chain, *parts[other].chain,
                                                 parts[at].lines) == parts[at].lines;
    }
    if (!begins_another) kept.push_back(parts[at]);
  }
  for (std::size_t at = 1; at < kept.size(); ++at)
    kept[at].parting = shared_lines(*kept[0].chain, *kept[at].chain, kept[at].lines) + 1;
  return kept;
}

class Gathering {
 public:
  Gathering(std::vector<ScannedChain> chains, std::int64_t other_lines) {
    folder_.chains = std::move(chains);
    folder_.line_count = other_lines;
    for (const ScannedChain& chain : folder_.chains) folder_.line_count += chain.line_count;
  }

  FolderFacts result() {
    std::map<std::string, std::vector<const ScannedChain*>> by_writer;
    for (const ScannedChain& chain : folder_.chains) by_writer[chain.file.writer].push_back(&chain);
    for (const auto& [writer, files] : by_writer) {
      if (files.size() == 1) {
        add({files[0], files[0]->end, 0});
      } else {
        for (const Continuation& part : continuations(files)) add(part);
      }
    }
    look_up_lines();
    keep_retractions_of_erasures();
    return std::move(folder_);
  }

 private:
  FolderFacts folder_;
  std::map<std::string, std::set<std::int64_t>> wanted_;  // lines that others name, by writer

  void add(const Continuation& part) {
    const ScannedChain& chain = *part.chain;
    ChainFacts facts;
    facts.writer = chain.file.writer;
    facts.fork = chain.file.fork;
    facts.parting = part.parting;
    facts.lines = part.lines;
    facts.clock_end = lines_in_time(chain, part.lines);
    facts.first_signed = chain.first_signed <= part.lines ? chain.first_signed : 0;
    facts.last_checkpoint = chain.last_checkpoint;
    if (facts.first_signed > 0) facts.opening = chain.opening;
    if (facts.first_signed > 0) facts.opening_hash = chain.opening_hash;
    folder_.facts.chains.push_back(std::move(facts));
    for (const Entry& entry : chain.marked) {
      if (entry.seq <= part.lines && entry.seq >= part.parting && entry.body)
        add(entry, chain.file.fork);
    }
  }

  // A clock cannot be larger than the number of lines that there are.
  [[nodiscard]] std::int64_t lines_in_time(const ScannedChain& chain, std::int64_t lines) const {
    if (lines == 0 || (lines == chain.end && chain.last.clock <= folder_.line_count)) return lines;
    const MappedIfThere file(chain.file.chain_path);
    Lines rest(file.bytes());
    Line line;
    std::int64_t in_time = 0;
    while (in_time < lines && rest.next(line)) {
      const auto entry = parse_chain_line(line.text);
      if (!entry || entry->clock > folder_.line_count) break;
      ++in_time;
    }
    return in_time;
  }

  void add(const Entry& entry, const std::string& fork) {
    const json body = json::parse(*entry.body, nullptr, false);
    const EntryPlace place{entry.writer, entry.seq};
    if (entry.kind == "key") {
      auto event = key_event_of(entry, body);
      if (!event) return;
      event->place = place;
      if (event->kind == KeyEventKind::vouched) wanted_[event->key].insert(event->last_believed);
      folder_.facts.events.push_back({std::move(*event), entry.clock, fork, entry.is_signed()});
    } else if (entry.kind == "secret") {
      folder_.facts.secrets.push_back({place, entry.clock, fork, {}, ""});
    } else if (entry.kind == "erasure" || entry.kind == "retraction") {
      const auto target = target_of(body);
      if (!target) return;
      wanted_[target->writer].insert(target->seq);
      (entry.kind == "erasure" ? folder_.facts.erasures : folder_.facts.retractions)
          .push_back({place, entry.clock, fork, *target, ""});
    }
  }

  static std::optional<EntryPlace> target_of(const json& body) {
    const json entry = body.is_object() ? body.value("entry", json()) : json();
    if (!entry.is_object() || !entry.contains("writer") || !entry.contains("seq") ||
        !entry["writer"].is_string() || !entry["seq"].is_number_integer())
      return std::nullopt;
    return EntryPlace{entry["writer"].get<std::string>(), entry["seq"].get<std::int64_t>()};
  }

  // `self` where a voice vouches for a line, and the kinds of what is erased or retracted.
  void look_up_lines() {
    std::map<EntryPlace, std::string> kinds;
    for (ChainFacts& chain : folder_.facts.chains) {
      const auto wanted = wanted_.find(chain.writer);
      if (wanted == wanted_.end()) continue;
      std::vector<std::int64_t> numbers(wanted->second.lower_bound(1),
                                        wanted->second.upper_bound(chain.lines));
      if (numbers.empty()) continue;
      const std::string path = path_of(chain);
      const MappedIfThere file(path);
      for (const auto& [seq, line] : lines_numbered(file.bytes(), numbers)) {
        const auto entry = parse_chain_line(line);
        if (!entry) continue;
        chain.selfs.emplace(seq, entry->self);
        kinds.emplace(EntryPlace{chain.writer, seq}, entry->kind);
      }
    }
    for (auto* entries : {&folder_.facts.erasures, &folder_.facts.retractions}) {
      for (PlacedEntry& entry : *entries) {
        const auto kind = kinds.find(entry.target);
        if (kind != kinds.end()) entry.target_kind = kind->second;
      }
    }
  }

  [[nodiscard]] std::string path_of(const ChainFacts& facts) const {
    const auto chain =
        std::find_if(folder_.chains.begin(), folder_.chains.end(), [&](const ScannedChain& known) {
          return known.file.writer == facts.writer && known.file.fork == facts.fork;
        });
    return chain->file.chain_path;
  }

  // Other retractions decide nothing about bodies.
  void keep_retractions_of_erasures() {
    std::erase_if(folder_.facts.retractions, [](const PlacedEntry& entry) {
      return entry.target_kind != "erasure" && entry.target_kind != "retraction";
    });
  }
};

// Of a folder that the key store does not know: an investigation that it knows from another one.
StandingOptions options_for(const std::string& investigation, const Facts& facts) {
  const auto anchor = read_anchor(investigation);
  if (anchor && !anchor->id.empty()) return {anchor->id, {}, {}};
  for (const ChainFacts& chain : facts.chains) {
    const bool is_founding = chain.opening && chain.opening->kind == KeyEventKind::founded;
    if (is_founding && is_believed_anywhere(chain.opening_hash))
      return {chain.opening_hash, {}, {}};
  }
  return {};
}

}  // namespace

FolderFacts facts_from(std::vector<ScannedChain> chains, std::int64_t other_lines) {
  return Gathering(std::move(chains), other_lines).result();
}

std::int64_t staged_lines(const std::string& investigation) {
  if (stage_state(investigation) != StageState::decided) return 0;
  std::int64_t count = 0;
  for (const ChainFile& file : chain_files(stage_folder(investigation))) {
    const MappedIfThere chain(file.chain_path);
    count += std::count(chain.bytes().begin(), chain.bytes().end(), '\n');
  }
  return count;
}

FolderFacts gather_facts(const std::string& investigation) {
  std::vector<ScannedChain> chains;
  for (const ChainFile& file : chain_files(investigation)) chains.push_back(scan_chain(file));
  return facts_from(std::move(chains), staged_lines(investigation));
}

Standing standing_here(const std::string& investigation, const FolderFacts& folder) {
  StandingOptions options = options_for(investigation, folder.facts);
  std::vector<std::string> writers;
  for (const ChainFacts& chain : folder.facts.chains) writers.push_back(chain.writer);
  for (std::string& writer : own_writers(writers)) options.own_keys.insert(std::move(writer));
  return standing_of(folder.facts, options);
}

Standing standing_here(const std::string& investigation) {
  return standing_here(investigation, gather_facts(investigation));
}

Standing standing_for_all(const std::string& investigation, const FolderFacts& folder) {
  return standing_of(folder.facts, options_for(investigation, folder.facts));
}

}  // namespace sanaq::ledger
