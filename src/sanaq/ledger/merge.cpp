#include "sanaq/ledger/merge.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <tuple>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/merge_files.h"
#include "sanaq/ledger/merge_stage.h"
#include "sanaq/ledger/opening.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;

struct ChainEntry {
  std::string line;  // as it stands in the chain
  std::string self, kind, commitment;
};
// The authentic part of one continuation, and where it was read.
struct Chain {
  std::vector<ChainEntry> entries;
  ScannedChain scanned;
};

// One folder's ledger, or the union of several.
struct Ledger {
  std::map<std::string, std::vector<Chain>> chains;  // writer -> main chain and forks
  // Lines by commitment and seq: whoever holds a key may commit to the same words twice.
  std::map<std::pair<std::string, std::int64_t>, std::string> bodies;
  std::set<EntryPlace> destroyed;  // whose erasure holds
  FolderFacts facts;
  Standing standing;  // by the files alone
  std::vector<Stranger> strangers;
};

void read_bodies(const ChainFile& file, Ledger& ledger) {
  const MappedIfThere bodies(file.bodies_path);
  Lines lines(bodies.bytes());
  Line line;
  while (lines.next(line)) {
    const auto body = parse_body_line(line.text);
    if (body)
      ledger.bodies.emplace(std::pair(commit(body->salt, body->body), body->seq), line.text);
  }
}

Chain read_chain(const ChainFile& file) {
  Chain chain;
  chain.scanned = scan_chain(file);
  if (chain.scanned.is_interrupted || chain.scanned.has_crlf)
    throw base::Error(base::Kind::corrupt,
                      message("{}, line {}: this chain is not whole and cannot be merged; run "
                              "`sanaq verify` on its folder",
                              file.chain_path, chain.scanned.sound + 1));
  const MappedIfThere bytes(file.chain_path);
  Lines lines(bytes.bytes().substr(0, chain.scanned.end_offset));
  Line line;
  while (lines.next(line)) {
    const auto entry = parse_chain_line(line.text);
    base::check(entry.has_value(), "a line that was scanned is sound");
    chain.entries.push_back({std::string(line.text), entry->self, entry->kind, entry->commitment});
  }
  return chain;
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
      left.entries.begin(), left.entries.end(), right.entries.begin(), right.entries.end(),
      [](const ChainEntry& a, const ChainEntry& b) { return a.self < b.self; });
}

// Index of the first entry in which they differ.
std::size_t parting(const Chain& left, const Chain& right) {
  const auto at = std::mismatch(
      left.entries.begin(), left.entries.end(), right.entries.begin(), right.entries.end(),
      [](const ChainEntry& a, const ChainEntry& b) { return a.line == b.line; });
  return static_cast<std::size_t>(at.first - left.entries.begin());
}

void shorten(Chain& chain, std::size_t size) {
  if (size >= chain.entries.size()) return;
  chain.entries.resize(size);
  chain.scanned.end = static_cast<std::int64_t>(size);
  chain.scanned.last = size == 0 ? Entry() : *parse_chain_line(chain.entries.back().line);
  std::erase_if(chain.scanned.marked,
                [&](const Entry& entry) { return entry.seq > chain.scanned.end; });
}

// Where one of a writer's files is signed, an unsigned one goes only as far as its checkpoint:
// everybody could write on.
void shorten_unsigned(std::vector<Chain>& chains) {
  const bool is_signed = std::any_of(chains.begin(), chains.end(), [](const Chain& chain) {
    return chain.scanned.first_signed > 0;
  });
  for (Chain& chain : chains) {
    if (is_signed && chain.scanned.first_signed == 0)
      shorten(chain, static_cast<std::size_t>(chain.scanned.last_checkpoint));
  }
}

// Sorted, and none the beginning of another: in this order a beginning stands right before what
// goes on from it.
std::vector<Chain> longest(std::vector<Chain> chains) {
  shorten_unsigned(chains);
  std::sort(chains.begin(), chains.end(), comes_before);
  std::vector<Chain> kept;
  for (std::size_t at = 0; at < chains.size(); ++at) {
    const bool goes_on =
        at + 1 < chains.size() && parting(chains[at], chains[at + 1]) == chains[at].entries.size();
    if (!goes_on) kept.push_back(std::move(chains[at]));
  }
  return kept;
}

// The name of a fork: its first line that no chain before it has.
std::string fork_name(const std::vector<Chain>& chains, std::size_t at) {
  std::size_t shared = 0;
  for (std::size_t before = 0; before < at; ++before)
    shared = std::max(shared, parting(chains[at], chains[before]));
  return at == 0 ? "" : chains[at].entries[shared].self;
}

// The facts of the union: of each continuation what its file says, wherever it stands, with bodies
// that only another copy has.
FolderFacts facts_of(const Ledger& ledger) {
  std::vector<ScannedChain> scanned;
  for (const auto& [writer, chains] : ledger.chains) {
    for (std::size_t at = 0; at < chains.size(); ++at) {
      scanned.push_back(chains[at].scanned);
      scanned.back().file.fork = fork_name(chains, at);
      scanned.back().line_count = static_cast<std::int64_t>(chains[at].entries.size());
      for (Entry& entry : scanned.back().marked) {
        const auto line =
            entry.body ? ledger.bodies.end() : ledger.bodies.find({entry.commitment, entry.seq});
        if (line != ledger.bodies.end()) entry.body = parse_body_line(line->second)->body;
      }
    }
  }
  return facts_from(std::move(scanned));
}

// Nobody's chains, as far as the union knows, which `investigation` does not have yet.
std::set<std::string> strangers_in(const std::string& investigation, Ledger& ledger) {
  const Standing standing = standing_here(investigation, ledger.facts);
  std::set<std::string> here;
  for (const ChainFile& file : chain_files(investigation)) here.insert(file.writer);
  std::set<std::string> strangers;
  for (const auto& [writer, key] : standing.keys) {
    if (here.contains(writer) || key.counts_up_to > 0 || standing.person_of(writer) != nullptr)
      continue;
    strangers.insert(writer);
    ledger.strangers.push_back({writer, ledger.chains.at(writer).front().scanned.name, key.lines});
  }
  return strangers;
}

// The union as it is for the id that is believed of `investigation`.
Ledger united(const std::string& investigation, Ledger left, Ledger right, bool takes_strangers) {
  for (auto& [writer, chains] : right.chains) {
    std::vector<Chain>& own = left.chains[writer];
    std::move(chains.begin(), chains.end(), std::back_inserter(own));
  }
  for (auto& [writer, chains] : left.chains) chains = longest(std::move(chains));
  left.bodies.merge(right.bodies);
  left.facts = facts_of(left);
  const std::set<std::string> strangers = strangers_in(investigation, left);
  if (!takes_strangers && !strangers.empty()) {
    for (const std::string& writer : strangers) left.chains.erase(writer);
    left.facts = facts_of(left);
  }
  left.standing = standing_for_all(investigation, left.facts);
  left.destroyed = left.standing.destroyed;
  return left;
}

struct Texts {
  std::string chain, bodies;
  std::int64_t entries = 0, body_count = 0;
};

bool is_erased(const Ledger& ledger, const std::string& writer, const ChainEntry& entry,
               std::int64_t seq) {
  return can_be_erased(entry.kind) && ledger.destroyed.contains({writer, seq});
}

Texts texts_of(const Ledger& ledger, const std::string& writer, const Chain& chain) {
  Texts texts;
  for (const ChainEntry& entry : chain.entries) {
    ++texts.entries;
    texts.chain += entry.line + "\n";
    const auto body = ledger.bodies.find({entry.commitment, texts.entries});
    if (body == ledger.bodies.end() || is_erased(ledger, writer, entry, texts.entries)) continue;
    texts.bodies += body->second + "\n";
    ++texts.body_count;
  }
  return texts;
}

// The same bodies and those that are to be erased but still stand here: they go last, when the
// entries that say so are in place.
std::string bodies_before_erasing(const Ledger& ledger, const std::string& writer,
                                  const Chain& chain, std::string_view here) {
  std::set<std::string_view> lines_here;
  Lines lines(here);
  Line line;
  while (lines.next(line)) lines_here.insert(line.text);
  std::string bodies;
  std::int64_t seq = 0;
  for (const ChainEntry& entry : chain.entries) {
    const bool is_erased_one = is_erased(ledger, writer, entry, ++seq);
    const auto body = ledger.bodies.find({entry.commitment, seq});
    if (body == ledger.bodies.end() || (is_erased_one && !lines_here.contains(body->second)))
      continue;
    bodies += body->second + "\n";
  }
  return bodies;
}

std::string read_if_there(const std::string& path) {
  return base::file_exists(path) ? base::read_file(path) : "";
}

std::int64_t line_count(std::string_view bytes) {
  return std::count(bytes.begin(), bytes.end(), '\n');
}

// A fork's name depends on all forks that are known: files under names that are no longer right go
// once the right ones stand. Bodies first: a chain is how they are found.
void remove_outdated(const std::string& investigation, const std::string& writer,
                     const std::set<std::string>& names) {
  for (const ChainFile& file : chain_files(investigation)) {
    if (file.writer != writer || names.contains(file.fork)) continue;
    base::remove_file(file.bodies_path);
    base::remove_file(file.chain_path);
  }
}

// One chain becomes what the union has, so that a reader finds something it can read at any moment:
// bodies first, under the note that an append leaves; but where the chain itself becomes another
// (the main one of a fork) the chain first, since readers stop where it parts.
void grow(const ChainFile& file, const std::string& chain, const std::string& bodies) {
  const std::string chain_here = read_if_there(file.chain_path);
  const std::string bodies_here = read_if_there(file.bodies_path);
  const bool goes_on = chain.starts_with(chain_here);
  if (goes_on && chain != chain_here && bodies != bodies_here)
    write_unfinished(file, {static_cast<std::int64_t>(chain_here.size()),
                            static_cast<std::int64_t>(bodies_here.size())});
  if (!goes_on) base::write_file_whole(file.chain_path, chain);
  if (bodies != bodies_here) base::write_file_whole(file.bodies_path, bodies);
  if (goes_on && chain != chain_here) base::write_file_whole(file.chain_path, chain);
  remove_unfinished(file);
}

// Makes the ledger's files what the union says. Whatever part of it was done before, it comes to
// the same; nothing that stands in one of the files is lost on the way, since other continuations
// are written before the main one is replaced, and bodies go last.
void place(const std::string& investigation, const Ledger& whole) {
  for (const auto& [writer, chains] : whole.chains) {
    for (std::size_t at = chains.size(); at-- > 0;) {
      const ChainFile file = chain_file(investigation, writer, fork_name(chains, at));
      grow(file, texts_of(whole, writer, chains[at]).chain,
           bodies_before_erasing(whole, writer, chains[at], read_if_there(file.bodies_path)));
    }
  }
  for (const auto& [writer, chains] : whole.chains) {
    std::set<std::string> names;
    for (std::size_t at = 0; at < chains.size(); ++at) {
      const ChainFile file = chain_file(investigation, writer, fork_name(chains, at));
      names.insert(file.fork);
      const std::string bodies = texts_of(whole, writer, chains[at]).bodies;
      if (bodies != read_if_there(file.bodies_path))
        base::write_file_whole(file.bodies_path, bodies);
    }
    remove_outdated(investigation, writer, names);
  }
}

// What a merge would do.
struct Plan {
  Ledger whole;
  std::set<std::string> writers;             // whose files change
  std::map<std::string, std::string> files;  // to take: name below the investigation -> from where
  MergeReport report;
};

// Compares what is on the disk with the union.
void plan_chains(const std::string& investigation, Plan& plan) {
  for (const auto& [writer, chains] : plan.whole.chains) {
    MergedChain merged{writer, 0, 0, 0, 0};
    std::set<std::string> names;
    for (std::size_t at = 0; at < chains.size(); ++at) {
      const ChainFile file = chain_file(investigation, writer, fork_name(chains, at));
      names.insert(file.fork);
      const Texts texts = texts_of(plan.whole, writer, chains[at]);
      const std::string chain = read_if_there(file.chain_path);
      const std::string bodies = read_if_there(file.bodies_path);
      merged.new_entries += std::max<std::int64_t>(0, texts.entries - line_count(chain));
      const std::int64_t body_change = texts.body_count - line_count(bodies);
      (body_change > 0 ? merged.new_bodies : merged.erased_bodies) += std::abs(body_change);
      if (at > 0) merged.fork_seq = static_cast<std::int64_t>(parting(chains[0], chains[at])) + 1;
      if (chain != texts.chain || bodies != texts.bodies) plan.writers.insert(writer);
    }
    for (const ChainFile& file : chain_files(investigation)) {
      if (file.writer == writer && !names.contains(file.fork)) plan.writers.insert(writer);
    }
    if (plan.writers.contains(writer) || merged.fork_seq > 0) plan.report.chains.push_back(merged);
  }
}

// Every entry of the union that counts, with its body where that is here and not closed, in order.
std::vector<std::pair<Entry, nlohmann::json>> entries_that_count(
    const Ledger& whole, const std::set<std::string_view>& kinds) {
  std::vector<std::pair<Entry, nlohmann::json>> found;
  for (const auto& [writer, chains] : whole.chains) {
    for (std::size_t at = 0; at < chains.size(); ++at) {
      std::int64_t seq = 0;
      for (const ChainEntry& entry : chains[at].entries) {
        ++seq;
        const auto line = whole.bodies.find({entry.commitment, seq});
        if (!kinds.contains(entry.kind) || line == whole.bodies.end() ||
            !whole.standing.counts({writer, seq}, fork_name(chains, at)) ||
            is_erased(whole, writer, entry, seq))
          continue;
        const auto body = parse_body_line(line->second);
        if (!body || fit_of(entry.kind, body->body) == Fit::misfit) continue;
        found.emplace_back(*parse_chain_line(entry.line), nlohmann::json::parse(body->body));
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return std::tie(left.first.clock, left.first.writer, left.first.seq) <
           std::tie(right.first.clock, right.first.writer, right.first.seq);
  });
  return found;
}

// What an entry of a document or a list says about files.
void name_files(const nlohmann::json& body, NamedFiles& named) {
  for (const char* key : {"sha256", "history"}) {
    if (!body.contains(key) || !body[key].is_string()) continue;
    const bool has_size = std::string_view(key) == "sha256" && body.contains("size") &&
                          body["size"].is_number_integer();
    named.emplace(body[key].get<std::string>(), has_size ? body["size"].get<std::int64_t>() : -1);
  }
}

// The files that entries name which count and are in force. A retraction that stands takes its
// target out of force: from the last to the first.
NamedFiles named_files(const Ledger& whole) {
  const auto entries = entries_that_count(whole, {"document", "list", "testimony", "retraction"});
  std::set<EntryPlace> retracted;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->first.kind != "retraction" ||
        retracted.contains({entry->first.writer, entry->first.seq}))
      continue;
    const nlohmann::json& target = entry->second.at("entry");
    retracted.insert(
        {target.at("writer").get<std::string>(), target.at("seq").get<std::int64_t>()});
  }
  NamedFiles named;
  for (const auto& [entry, body] : entries) {
    if (entry.kind != "retraction" && !retracted.contains({entry.writer, entry.seq}))
      name_files(body, named);
  }
  return named;
}

void plan_files(const std::string& investigation, const std::vector<std::string>& sources,
                Plan& plan) {
  const NamedFiles named = named_files(plan.whole);
  for (const std::string& source : sources) {
    FilesToTake files = files_to_take(investigation, source, named);
    for (const std::string& name : files.names) plan.files.emplace(name, base::join(source, name));
    std::move(files.said.begin(), files.said.end(), std::back_inserter(plan.report.said));
  }
  for (const auto& [name, from] : plan.files) plan.report.new_files.push_back(name);
}

bool has_voice(const PersonStanding& person) {
  return person.voice != Voice::none && person.voice != Voice::gone;
}

std::vector<std::string> fallen_persons(const Standing& before, const Standing& after) {
  std::vector<std::string> fallen;
  for (const auto& [name, person] : before.members) {
    const auto now = after.members.find(name);
    const bool is_less =
        now == after.members.end() || (has_voice(person) && !has_voice(now->second));
    if (is_less) fallen.push_back(name);
  }
  return fallen;
}

// By chains and places: an erased entry that several continuations share is named once.
std::vector<EntryPlace> removed_bodies(const Ledger& whole) {
  std::set<EntryPlace> removed;
  for (const auto& [writer, chains] : whole.chains) {
    for (const Chain& chain : chains) {
      std::int64_t seq = 0;
      for (const ChainEntry& entry : chain.entries) {
        if (is_erased(whole, writer, entry, ++seq) &&
            whole.bodies.contains({entry.commitment, seq}))
          removed.insert({writer, seq});
      }
    }
  }
  return {removed.begin(), removed.end()};
}

Plan plan_merge(const std::string& investigation, const std::string& other,
                const MergeOptions& options) {
  expect_no_links(other);
  // A copy of a folder in which a merge had been decided and not yet carried out has both.
  std::vector<std::string> sources = {other};
  if (stage_state(other) == StageState::decided) {
    sources.push_back(stage_folder(other));
    expect_no_links(sources.back());
  }
  if (chain_files(other).empty() && sources.size() == 1)
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", other));
  Plan plan;
  plan.whole = read_ledger(investigation);
  const Standing before = standing_for_all(investigation, facts_of(plan.whole));
  for (const std::string& source : sources)
    plan.whole =
        united(investigation, std::move(plan.whole), read_ledger(source), options.takes_strangers);
  plan.report.strangers = plan.whole.strangers;
  plan.report.removed = removed_bodies(plan.whole);
  plan.report.fallen = fallen_persons(before, plan.whole.standing);
  plan_chains(investigation, plan);
  plan_files(investigation, sources, plan);
  return plan;
}

// With how many of its lines, and bytes, a file begins as one of the union's continuations does.
std::pair<std::int64_t, std::size_t> shared_with(const std::vector<Chain>& chains,
                                                 std::string_view bytes) {
  std::pair<std::int64_t, std::size_t> most(0, 0);
  for (const Chain& chain : chains) {
    std::pair<std::int64_t, std::size_t> shared(0, 0);
    Lines lines(bytes);
    Line line;
    while (lines.next(line) && line.number <= static_cast<std::int64_t>(chain.entries.size()) &&
           line.text == chain.entries[static_cast<std::size_t>(line.number) - 1].line)
      shared = {line.number, shared.second + line.text.size() + 1};
    most = std::max(most, shared);
  }
  return most;
}

// What nobody signed is not merged, and goes from the files that are replaced: it is kept.
void keep_unsigned_ends(const std::string& investigation, const Plan& plan,
                        std::vector<base::Message>& said) {
  for (const ChainFile& file : chain_files(investigation)) {
    if (!plan.writers.contains(file.writer)) continue;
    const std::string bytes = read_if_there(file.chain_path);
    const auto [lines, size] = shared_with(plan.whole.chains.at(file.writer), bytes);
    if (size >= bytes.size()) continue;
    cut_behind(file, lines, size);
    said.push_back(
        message("{}, line {}: what stood from here on ({} lines) is not signed by its "
                "writer, was not merged and was moved to {}.cut-off",
                file.chain_path, lines + 1, line_count(bytes) - lines, file.writer));
  }
}

void stage(const std::string& investigation, const Plan& plan) {
  MergeStage stage(investigation);
  for (const auto& [name, from] : plan.files) stage.put(name, base::MappedFile(from).bytes());
  for (const std::string& writer : plan.writers) {
    const std::vector<Chain>& chains = plan.whole.chains.at(writer);
    for (std::size_t at = 0; at < chains.size(); ++at) {
      const ChainFile file = chain_file("", writer, fork_name(chains, at));
      const Texts texts = texts_of(plan.whole, writer, chains[at]);
      stage.put(file.bodies_path, texts.bodies);
      stage.put(file.chain_path, texts.chain);
    }
  }
  stage.decide();
}

void say_strange(const DroppedStage& dropped, std::vector<base::Message>& said) {
  for (const std::string& strange : dropped.strange)
    said.push_back(message("{}: this is not sanaq's and was left where it is", strange));
}

// Files first: an entry that names a document never stands without it.
std::vector<base::Message> carry_out(const std::string& investigation, const Ledger& whole) {
  std::vector<base::Message> said = place_staged_files(investigation);
  place(investigation, whole);
  say_strange(drop_stage(investigation), said);
  return said;
}

// None where the stage is no ledger that could be merged: damaged, or put there by somebody.
std::optional<Ledger> read_stage(const std::string& investigation) {
  try {
    expect_no_links(stage_folder(investigation));
    return read_ledger(stage_folder(investigation));
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::corrupt && error.kind() != base::Kind::bad_input) throw;
    return std::nullopt;
  }
}

}  // namespace

MergeReport preview_merge(const std::string& investigation, const std::string& other,
                          const MergeOptions& options) {
  return plan_merge(investigation, other, options).report;
}

MergeReport merge(const std::string& investigation, const std::string& other,
                  const MergeOptions& options) {
  base::make_folder(ledger_folder(investigation));
  const base::FileLock lock(base::join(ledger_folder(investigation), "lock"));
  std::vector<base::Message> said = finish_merge(investigation);
  for (const ChainFile& file : chain_files(investigation)) {
    const std::vector<base::Message> more = recover(file);
    said.insert(said.end(), more.begin(), more.end());
  }
  Plan plan = plan_merge(investigation, other, options);
  keep_unsigned_ends(investigation, plan, said);
  said.insert(said.end(), plan.report.said.begin(), plan.report.said.end());
  if (!plan.writers.empty() || !plan.files.empty()) {
    stage(investigation, plan);
    const std::vector<base::Message> more = carry_out(investigation, plan.whole);
    said.insert(said.end(), more.begin(), more.end());
  }
  plan.report.said = std::move(said);
  return plan.report;
}

std::vector<base::Message> finish_merge(const std::string& investigation) {
  const StageState state = stage_state(investigation);
  std::vector<base::Message> said;
  if (state == StageState::none) return said;
  if (state == StageState::open) {
    const DroppedStage dropped = drop_stage(investigation);
    if (dropped.had_files)
      said.push_back(
          message("a merge was interrupted before it had changed anything; what it had "
                  "prepared was removed, run it again"));
    say_strange(dropped, said);
    return said;
  }
  std::optional<Ledger> staged = read_stage(investigation);
  if (!staged) {
    said.push_back(message(
        "a merge was interrupted, and what it had prepared is damaged; it was "
        "moved to {}, run the merge again",
        base::move_aside(investigation, stage_folder(investigation), "ledger/merge.unfinished")));
    return said;
  }
  // The stage is read as another copy of this ledger, so that whatever stands in it, nothing that
  // stands here is lost.
  said.push_back(message("a merge that was interrupted has been carried out"));
  const std::vector<base::Message> more = carry_out(
      investigation, united(investigation, read_ledger(investigation), std::move(*staged), true));
  said.insert(said.end(), more.begin(), more.end());
  return said;
}

}  // namespace sanaq::ledger
