#include "sanaq/ledger/verify.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/merge_stage.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/verify_chain.h"
#include "sanaq/ledger/verify_files.h"
#include "sanaq/ledger/verify_report.h"
#include "sanaq/ledger/verify_signatures.h"
#include "sanaq/ledger/verify_standing.h"

namespace sanaq::ledger {
namespace {

using base::message;

base::Message compare_copies() {
  return message(
      "compare it with another copy of the ledger: another office's, a backup's, the published "
      "one");
}

// Which of the lines that others name (in `seen`, in a checkpoint) are in which chain. Only those
// are looked for: most lines nobody names.
class KnownLines {
 public:
  explicit KnownLines(const Claims& claims) : claims_(claims) {
    for (const Claims::Seen& seen : claims.seen) wanted_[seen.writer].emplace_back(seen.self);
    for (const Claims::SignedHeads& checkpoint : claims.checkpoints) {
      for (const auto& [writer, head] : checkpoint.heads) wanted_[writer].emplace_back(head.second);
    }
    for (auto& [writer, lines] : wanted_) find(writer, lines);
  }
  [[nodiscard]] bool has_chain(const std::string& writer) const {
    return claims_.selfs.contains(writer) || claims_.staged_selfs.contains(writer);
  }
  // Of a line that the claims name.
  [[nodiscard]] bool has(const std::string& writer, std::string_view self) const {
    const auto lines = wanted_.find(writer);
    if (lines == wanted_.end()) return false;
    const auto line = std::lower_bound(lines->second.begin(), lines->second.end(), packed(self));
    return line != lines->second.end() && line->self == packed(self) && line->is_there;
  }
  // The seq of such a line in the writer's main chain; 0 where it is in another file or nowhere.
  [[nodiscard]] std::int64_t seq_of(const std::string& writer, std::string_view self) const {
    const auto lines = wanted_.find(writer);
    if (lines == wanted_.end()) return 0;
    const auto line = std::lower_bound(lines->second.begin(), lines->second.end(), packed(self));
    return line != lines->second.end() && line->self == packed(self) ? line->seq : 0;
  }

 private:
  struct Wanted {
    std::string self;  // packed
    bool is_there = false;
    std::int64_t seq = 0;
    explicit Wanted(std::string_view hex) : self(packed(hex)) {}
    bool operator<(std::string_view other) const { return self < other; }
  };

  void find(const std::string& writer, std::vector<Wanted>& lines) const {
    std::sort(lines.begin(), lines.end(),
              [](const Wanted& left, const Wanted& right) { return left.self < right.self; });
    lines.erase(std::unique(lines.begin(), lines.end(),
                            [](const Wanted& left, const Wanted& right) {
                              return left.self == right.self;
                            }),
                lines.end());
    for (const auto* selfs : {&claims_.selfs, &claims_.staged_selfs}) {
      const auto chain = selfs->find(writer);
      if (chain != selfs->end()) mark(chain->second, lines);
    }
  }

  static void mark(std::string_view selfs, std::vector<Wanted>& lines) {
    for (std::size_t at = 0; at < selfs.size(); at += 32) {
      const std::string_view self = selfs.substr(at, 32);
      const auto line = std::lower_bound(lines.begin(), lines.end(), self);
      if (line == lines.end() || line->self != self) continue;
      line->is_there = true;
      line->seq = static_cast<std::int64_t>(at / 32) + 1;
    }
  }

  const Claims& claims_;
  std::map<std::string, std::vector<Wanted>> wanted_;
};

// What a merge that was interrupted is about to bring in is not missing: the lines are here, and
// the next command that writes puts them in their place.
void note_staged(const std::string& investigation, Claims& claims) {
  if (stage_state(investigation) != StageState::decided) return;
  for (const ChainFile& file : chain_files(stage_folder(investigation))) {
    const MappedIfThere chain(file.chain_path);
    Lines lines(chain.bytes());
    Line line;
    while (lines.next(line)) {
      const auto entry = parse_chain_line(line.text);
      if (!entry || entry->writer != file.writer) break;
      claims.staged_selfs[file.writer] += packed(entry->self);
    }
  }
}

// The lines that others lean on: those that checkpoints name, the last that each chain has seen of
// each other one, those up to which somebody vouches or a key is believed, those before a parting.
LinesLeanedOn lines_leaned_on(const Claims& claims, const KnownLines& known,
                              const FolderFacts& folder) {
  LinesLeanedOn lines;
  for (const Claims::SignedHeads& checkpoint : claims.checkpoints) {
    for (const auto& [writer, head] : checkpoint.heads) lines[writer].insert(head.first);
  }
  std::map<std::pair<std::string, std::string>, std::string> last_seen;
  for (const Claims::Seen& seen : claims.seen) last_seen[{seen.file, seen.writer}] = seen.self;
  for (const auto& [pair, self] : last_seen)
    lines[pair.second].insert(known.seq_of(pair.second, self));
  for (const PlacedEvent& placed : folder.facts.events) {
    const KeyEvent& event = placed.event;
    lines[event.kind == KeyEventKind::recovered ? event.of : event.key].insert(event.last_believed);
  }
  for (const ChainFacts& chain : folder.facts.chains) {
    if (chain.parting > 0) lines[chain.writer].insert({chain.parting - 1, chain.parting});
  }
  return lines;
}

// What was asked for, by the place that it is about: the first erasure of each that has an effect.
std::map<EntryPlace, Claims::Erasure> erasures_with_effect(const Claims& claims,
                                                           const Standing& standing,
                                                           const Weights& weights) {
  std::map<EntryPlace, Claims::Erasure> erasures;
  for (const Claims::Erasure& erasure : claims.erasures) {
    const EntryPlace target{erasure.asked.writer, erasure.asked.seq};
    const bool holds = standing.destroyed.contains(target);
    if (weights.of(erasure.file, erasure.line) != Weight::damage ||
        (!holds && !standing.sealed.contains(target)))
      continue;
    const auto [found, is_new] = erasures.emplace(target, erasure);
    found->second.asked.holds = holds;
    found->second.is_signed = found->second.is_signed && erasure.is_signed;
  }
  return erasures;
}

// A body may be missing where its erasure holds; and where it was asked for in format 1, in which
// every erasure held.
void settle_bodies(const Claims& claims, const Standing& standing, const Weights& weights,
                   VerifyReport& report) {
  const auto erasures = erasures_with_effect(claims, standing, weights);
  std::set<EntryPlace> missing;
  for (const Claims::MissingBody& body : claims.missing) {
    missing.insert({body.writer, body.seq});
    const auto weight = weights.of(body.file, body.line);
    const auto erasure = erasures.find({body.writer, body.seq});
    const bool is_asked = erasure != erasures.end() && can_be_erased(body.kind);
    if (!weight || (is_asked && (erasure->second.asked.holds || !erasure->second.is_signed)))
      continue;
    report.findings.push_back(
        {*weight, body.file, body.line,
         is_asked ? message("the body of entry {} is missing, and those who asked for its erasure "
                            "could only have it sealed",
                            body.seq)
                  : message("the body of entry {} is missing, and no entry says that it was erased",
                            body.seq),
         compare_copies()});
  }
  for (const auto& [place, erasure] : erasures) {
    report.erased.push_back(erasure.asked);
    if (!erasure.asked.holds || missing.contains(place) || !claims.selfs.contains(place.writer))
      continue;
    report.findings.push_back(
        {Weight::warning, "ledger/" + place.writer + ".bodies.jsonl", 0,
         message("the body of entry {} was to be erased and is still here", place.seq),
         message("the next command that writes here removes it")});
  }
}

void settle_seen(const Claims& claims, const KnownLines& known, const Weights& weights,
                 VerifyReport& report) {
  for (const Claims::Seen& seen : claims.seen) {
    const auto weight = weights.of(seen.file, seen.line);
    if (!weight || known.has(seen.writer, seen.self)) continue;
    const std::string name = "ledger/" + seen.writer + ".chain.jsonl";
    report.findings.push_back(
        {*weight, name, 0,
         known.has_chain(seen.writer)
             ? message("a line of this chain that {}, line {}, has seen is gone ({})", seen.file,
                       seen.line, seen.self)
             : message("this chain is missing; {}, line {}, has seen it", seen.file, seen.line),
         compare_copies()});
  }
}

void settle_checkpoints(const Claims& claims, const KnownLines& known, const Weights& weights,
                        VerifyReport& report) {
  for (const Claims::SignedHeads& checkpoint : claims.checkpoints) {
    const auto weight = weights.of(checkpoint.file, checkpoint.line);
    for (const auto& [writer, head] : checkpoint.heads) {
      if (!weight || known.has(writer, head.second)) continue;
      report.findings.push_back(
          {*weight, "ledger/" + writer + ".chain.jsonl", head.first,
           message("entry {}, signed in the checkpoint at {}, line {}, is gone", head.first,
                   checkpoint.file, checkpoint.line),
           compare_copies()});
    }
  }
}

// A body of the wrong form counts for nothing. Where its entry is believed that is damage: somebody
// meant to say something, and nobody reads it.
void settle_misfits(const Claims& claims, const Weights& weights, VerifyReport& report) {
  for (const Claims::Misfit& misfit : claims.misfits) {
    const Weight weight = weights.of(misfit.file, misfit.line).value_or(Weight::warning);
    if (misfit.problem)
      report.findings.push_back(
          {weight, misfit.file, misfit.line, misfit.problem->reason, misfit.problem->advice, true});
    if (misfit.more > 0)
      report.findings.push_back(
          {weight, misfit.file, 0,
           message("after line {}, bodies that do not fit their kind and count for nothing: {}",
                   misfit.line, misfit.more),
           compare_copies(), true});
  }
  for (const Claims::Unknown& unknown : claims.unknown) {
    report.findings.push_back(
        {Weight::note, unknown.file, unknown.line,
         message("entries of the kind {} say something that this version does not know, the first "
                 "in {}; such entries: {}",
                 unknown.kind, unknown.field, unknown.more + 1),
         message("a later version wrote them; what is unknown is kept and not read")});
  }
}

void settle_against(const std::string& text, const Claims& claims, VerifyReport& report) {
  const CheckpointCode code = parse_code(text);
  for (const Claims::SignedHeads& checkpoint : claims.checkpoints) {
    if (!checkpoint.self.starts_with(code.self_start)) continue;
    report.entries_since = report.entries - (entry_count(checkpoint.heads) + 1);
    return;
  }
  report.findings.push_back({Weight::damage, "ledger", 0,
                             report.entries < code.entry_count
                                 ? message("the checkpoint is not here: there were {} entries when "
                                           "it was made and there are {} now",
                                           code.entry_count, report.entries)
                                 : message("the checkpoint is not here: an entry that it was made "
                                           "from, or itself, was altered or removed"),
                             message("either the code belongs to another ledger, or this one was "
                                     "rewritten since; compare it with another copy")});
}

void check_names(const std::string& investigation, VerifyReport& report) {
  if (stage_state(investigation) != StageState::none)
    report.findings.push_back({Weight::warning, "ledger/merge.unfinished", 0,
                               message("a merge was interrupted"),
                               message("nothing is lost; the next command that writes here carries "
                                       "it out or takes it back")});
  for (const std::string& name : foreign_files(investigation)) {
    report.findings.push_back({Weight::warning, "ledger/" + name, 0,
                               message("this file is no part of the ledger"),
                               message("move it elsewhere, if it is yours")});
  }
  for (const std::string& name : base::list_folder(ledger_folder(investigation))) {
    constexpr std::string_view ending = ".bodies.jsonl";
    if (!name.ends_with(ending) || !is_hash(name.substr(0, 64))) continue;
    const std::string chain =
        "ledger/" + name.substr(0, name.size() - ending.size()) + ".chain.jsonl";
    if (base::file_exists(base::join(investigation, chain))) continue;
    const bool is_unfinished = base::file_exists(base::join(
        investigation, "ledger/" + name.substr(0, name.size() - ending.size()) + ".unfinished"));
    report.findings.push_back({is_unfinished ? Weight::warning : Weight::damage, chain, 0,
                               message("this chain is missing; its bodies are here"),
                               compare_copies()});
  }
}

std::string without_slash(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

}  // namespace

bool VerifyReport::is_whole() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.weight == Weight::damage; });
}

VerifyReport verify(const std::string& folder, const VerifyOptions& options,
                    base::Progress& progress) {
  const std::string investigation = without_slash(folder);
  if (options.against) (void)parse_code(*options.against);
  VerifyReport report;
  const bool is_emptied = check_emptied(investigation, report);
  if (!is_emptied && !base::folder_exists(ledger_folder(investigation))) {
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", investigation));
  }
  Claims claims;
  std::vector<ScannedChain> chains;
  progress.start(message("checking the ledger"), 0);
  for (const ChainFile& file : chain_files(investigation)) {
    progress.throw_if_stopped();
    chains.push_back(verify_chain(investigation, file, report, claims));
    progress.advance_to(report.ledger_bytes);
  }
  const FolderFacts folder_facts = facts_from(std::move(chains), staged_lines(investigation));
  const Standing standing = standing_here(investigation, folder_facts);
  const Weights weights(investigation, folder_facts, standing);
  if (base::folder_exists(ledger_folder(investigation))) check_names(investigation, report);
  check_ends(investigation, folder_facts, report);
  check_standing(investigation, folder_facts, standing, report);
  check_anchor(investigation, folder_facts, standing, report);
  note_staged(investigation, claims);
  const KnownLines known(claims);
  check_signatures(investigation, folder_facts, lines_leaned_on(claims, known, folder_facts),
                   options.checks_signatures, report, progress);
  settle_bodies(claims, standing, weights, report);
  settle_seen(claims, known, weights, report);
  settle_checkpoints(claims, known, weights, report);
  settle_misfits(claims, weights, report);
  if (options.against) settle_against(*options.against, claims, report);
  if (options.checks_files) {
    const auto counts = [&](const EntryPlace& place) { return standing.counts(place); };
    check_files(investigation, claims, counts, report, progress);
  }
  progress.finish();
  return report;
}

}  // namespace sanaq::ledger
