#include "sanaq/ledger/verify.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/merge_stage.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/verify_chain.h"
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
base::Message put_back() {
  return message("put the file back from another copy; the ledger knows its hash");
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
          {weight, misfit.file, misfit.line, misfit.problem->reason, misfit.problem->advice});
    if (misfit.more > 0)
      report.findings.push_back(
          {weight, misfit.file, 0,
           message("after line {}, bodies that do not fit their kind and count for nothing: {}",
                   misfit.line, misfit.more),
           compare_copies()});
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

// The file under `folder` whose name begins with the hash; empty where there is none.
std::string file_by_hash(const std::string& folder, const std::string& sha256) {
  if (!base::folder_exists(folder)) return "";
  for (const std::string& name : base::list_folder(folder)) {
    if (name.starts_with(sha256)) return base::join(folder, name);
  }
  return "";
}

class FileCheck {
 public:
  FileCheck(const std::string& investigation, VerifyReport& report, base::Progress& progress)
      : investigation_(investigation), report_(report), progress_(progress) {}

  void document(const Claims::FileHash& file) {
    ++report_.documents;
    const std::string path = base::join(investigation_, file.path);
    if (!base::file_exists(path)) {
      damage(file.path,
             message("a document is missing that {}, line {}, enters", file.file, file.line));
    } else if (hash(path) == file.sha256) {
      good_.insert(file.path);
    } else {
      damage(file.path, message("a document is not what it was when {}, line {}, entered it",
                                file.file, file.line));
    }
  }

  void list(const Claims::FileHash& file, bool is_latest) {
    ++report_.lists;
    const std::string now = base::join(base::join(investigation_, "lists"), file.path);
    const std::string kept =
        file_by_hash(base::join(base::join(investigation_, "lists"), ".versions"), file.sha256);
    const bool is_as_entered = base::file_exists(now) && hash(now) == file.sha256;
    if (!kept.empty() && hash(kept) != file.sha256) {
      damage(kept.substr(investigation_.size() + 1),
             message("a version of a list is not what it was when {}, line {}, entered it",
                     file.file, file.line));
    } else if (kept.empty() && !is_as_entered) {
      damage("lists/" + file.path,
             message("the version of this list that {}, line {}, enters is missing", file.file,
                     file.line));
    } else {
      good_.insert(kept.empty() ? "lists/" + file.path : kept.substr(investigation_.size() + 1));
    }
    if (is_latest && !is_as_entered) {
      report_.findings.push_back(
          {Weight::note, "lists/" + file.path, 0,
           message("this list was overwritten or removed and is not yet ingested again"),
           message("run `sanaq ingest`; until then the version before is what counts")});
    }
  }

  // A file that two entries know and that is damaged for one of them is bad.
  [[nodiscard]] CheckedFiles result() const {
    CheckedFiles checked;
    checked.bad.assign(bad_.begin(), bad_.end());
    checked.good = std::count_if(good_.begin(), good_.end(),
                                 [&](const std::string& path) { return !bad_.contains(path); });
    checked.files = checked.good + static_cast<std::int64_t>(checked.bad.size());
    checked.bytes = report_.file_bytes;
    return checked;
  }

 private:
  const std::string& investigation_;
  VerifyReport& report_;
  base::Progress& progress_;
  std::map<std::string, std::string> hashes_;
  std::set<std::string> good_, bad_;

  void damage(const std::string& path, base::Message what) {
    bad_.insert(path);
    report_.findings.push_back({Weight::damage, path, 0, std::move(what), put_back()});
  }

  const std::string& hash(const std::string& path) {
    const auto found = hashes_.find(path);
    if (found != hashes_.end()) return found->second;
    progress_.throw_if_stopped();
    report_.file_bytes += base::file_size(path);
    const std::string& sha256 = hashes_[path] = base::sha256_of_file(path);
    progress_.advance_to(report_.ledger_bytes + report_.file_bytes);
    return sha256;
  }
};

// Of what counts alone: the files of a stranger's documents are nobody's to keep.
void check_files(const std::string& investigation, Claims claims, const Weights& weights,
                 VerifyReport& report, base::Progress& progress) {
  std::erase_if(claims.files, [&](const Claims::FileHash& file) {
    return weights.of(file.file, file.line) != Weight::damage;
  });
  std::map<std::string, std::size_t> latest;  // of each list
  for (std::size_t at = 0; at < claims.files.size(); ++at) {
    if (claims.files[at].kind != "list") continue;
    const auto [known, is_new] = latest.emplace(claims.files[at].name, at);
    if (!is_new && claims.files[at].clock >= claims.files[known->second].clock) known->second = at;
  }
  FileCheck check(investigation, report, progress);
  for (std::size_t at = 0; at < claims.files.size(); ++at) {
    const Claims::FileHash& file = claims.files[at];
    if (file.kind == "document") check.document(file);
    if (file.kind == "list") check.list(file, latest[file.name] == at);
  }
  report.checked = check.result();
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
  if (!base::folder_exists(ledger_folder(investigation))) {
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", investigation));
  }
  VerifyReport report;
  Claims claims;
  std::vector<ScannedChain> chains;
  progress.start(message("checking the ledger"), 0);
  for (const ChainFile& file : chain_files(investigation)) {
    progress.throw_if_stopped();
    chains.push_back(verify_chain(investigation, file, report, claims));
    progress.advance_to(report.ledger_bytes);
  }
  const FolderFacts folder_facts = facts_from(std::move(chains));
  const Standing standing = standing_here(investigation, folder_facts);
  const Weights weights(investigation, folder_facts, standing);
  check_names(investigation, report);
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
  if (options.checks_files)
    check_files(investigation, std::move(claims), weights, report, progress);
  progress.finish();
  return report;
}

}  // namespace sanaq::ledger
