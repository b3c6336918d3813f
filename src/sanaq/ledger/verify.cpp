#include "sanaq/ledger/verify.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/merge_stage.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/verify_chain.h"
#include "sanaq/ledger/verify_files.h"

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

 private:
  struct Wanted {
    std::string self;  // packed
    bool is_there = false;
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
      if (line != lines.end() && line->self == self) line->is_there = true;
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

void settle_bodies(const Claims& claims, VerifyReport& report) {
  std::set<std::pair<std::string, std::int64_t>> missing;
  for (const Claims::MissingBody& body : claims.missing) {
    missing.emplace(body.writer, body.seq);
    const auto erasure = claims.erasures.find({body.writer, body.seq});
    if (erasure != claims.erasures.end() && can_be_erased(body.kind)) continue;
    report.findings.push_back(
        {Weight::damage, body.file, body.line,
         message("the body of entry {} is missing, and no entry says that it was erased", body.seq),
         compare_copies()});
  }
  for (const auto& [place, erased] : claims.erasures) {
    report.erased.push_back(erased);
    if (missing.contains(place) || !claims.selfs.contains(place.first)) continue;
    report.findings.push_back(
        {Weight::warning, "ledger/" + place.first + ".bodies.jsonl", 0,
         message("the body of entry {} was to be erased and is still here", place.second),
         message("a copy brought it back; `sanaq erase` takes it out again")});
  }
}

void settle_seen(const Claims& claims, const KnownLines& known, VerifyReport& report) {
  for (const Claims::Seen& seen : claims.seen) {
    if (known.has(seen.writer, seen.self)) continue;
    const std::string name = "ledger/" + seen.writer + ".chain.jsonl";
    report.findings.push_back(
        {Weight::damage, name, 0,
         known.has_chain(seen.writer)
             ? message("a line of this chain that {}, line {}, has seen is gone ({})", seen.file,
                       seen.line, seen.self)
             : message("this chain is missing; {}, line {}, has seen it", seen.file, seen.line),
         compare_copies()});
  }
}

void settle_checkpoints(const Claims& claims, const KnownLines& known, VerifyReport& report) {
  for (const Claims::SignedHeads& checkpoint : claims.checkpoints) {
    for (const auto& [writer, head] : checkpoint.heads) {
      if (known.has(writer, head.second)) continue;
      report.findings.push_back(
          {Weight::damage, "ledger/" + writer + ".chain.jsonl", head.first,
           message("entry {}, signed in the checkpoint at {}, line {}, is gone", head.first,
                   checkpoint.file, checkpoint.line),
           compare_copies()});
    }
  }
}

// A chain that goes on after its key was given up: those entries are not believed, and it is said.
void settle_keys(const Claims& claims, VerifyReport& report) {
  for (const Claims::SaidOfAKey& said : claims.key_events) {
    const auto chain = claims.selfs.find(said.event.key);
    const std::int64_t entries =
        chain == claims.selfs.end() ? 0 : static_cast<std::int64_t>(chain->second.size() / 32);
    if (entries <= said.event.last_believed) continue;
    report.findings.push_back(
        {Weight::warning, "ledger/" + said.event.key + ".chain.jsonl", said.event.last_believed + 1,
         message("entries {} to {} are not believed: {}, line {}, says that the key was given up "
                 "before",
                 said.event.last_believed + 1, entries, said.file, said.line),
         message("if they are good, their writer enters them again under a new key")});
  }
}

// Does a reader believe this entry?
class Believed {
 public:
  Believed(const std::string& investigation, const Claims& claims)
      : forks_(fork_points(investigation)) {
    if (!claims.key_events.empty()) ends_ = believed_up_to(key_events(investigation));
  }
  bool operator()(const EntryPlace& place) const {
    const auto end = ends_.find(place.writer);
    const auto fork = forks_.find(place.writer);
    return (end == ends_.end() || place.seq <= end->second) &&
           (fork == forks_.end() || place.seq < fork->second);
  }

 private:
  std::map<std::string, std::int64_t> ends_, forks_;
};

// A body of the wrong form counts for nothing. Where its entry is believed that is damage: somebody
// meant to say something, and nobody reads it.
void settle_misfits(const Claims& claims, const Believed& believed, VerifyReport& report) {
  for (const Claims::Misfit& misfit : claims.misfits) {
    const Weight weight =
        believed({misfit.writer, misfit.seq}) ? Weight::damage : Weight::warning;
    if (misfit.problem)
      report.findings.push_back({weight, misfit.file, misfit.line, misfit.problem->reason,
                                 misfit.problem->advice, true});
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

void check_forks(const std::string& investigation, VerifyReport& report) {
  for (const auto& [writer, seq] : fork_points(investigation)) {
    report.findings.push_back(
        {Weight::damage, "ledger/" + writer + ".chain.jsonl", seq,
         message("a fork: this writer's chain goes on in two ways from entry {}", seq),
         message("one key was used in two copies of the folder; entries from there on are not "
                 "believed until the writer enters them again under a new key")});
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
  progress.start(message("checking the ledger"), 0);
  for (const ChainFile& file : chain_files(investigation)) {
    progress.throw_if_stopped();
    verify_chain(investigation, file, report, claims);
    progress.advance_to(report.ledger_bytes);
  }
  if (base::folder_exists(ledger_folder(investigation))) check_names(investigation, report);
  check_forks(investigation, report);
  note_staged(investigation, claims);
  const KnownLines known(claims);
  settle_bodies(claims, report);
  settle_seen(claims, known, report);
  settle_checkpoints(claims, known, report);
  settle_keys(claims, report);
  const Believed believed(investigation, claims);
  settle_misfits(claims, believed, report);
  if (options.against) settle_against(*options.against, claims, report);
  if (options.checks_files) check_files(investigation, claims, believed, report, progress);
  progress.finish();
  return report;
}

}  // namespace sanaq::ledger
