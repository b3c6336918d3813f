#include "sanaq/ledger/verify.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/verify_chain.h"

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
    return claims_.selfs.contains(writer);
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
    const auto chain = claims_.selfs.find(writer);
    if (chain == claims_.selfs.end()) return;
    const std::string_view bytes = chain->second;
    for (std::size_t at = 0; at < bytes.size(); at += 32) {
      const std::string_view self = bytes.substr(at, 32);
      const auto line = std::lower_bound(lines.begin(), lines.end(), self);
      if (line != lines.end() && line->self == self) line->is_there = true;
    }
  }

  const Claims& claims_;
  std::map<std::string, std::vector<Wanted>> wanted_;
};

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

void check_files(const std::string& investigation, const Claims& claims, VerifyReport& report,
                 base::Progress& progress) {
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
  progress.start(message("checking the ledger"), 0);
  for (const ChainFile& file : chain_files(investigation)) {
    progress.throw_if_stopped();
    verify_chain(investigation, file, report, claims);
    progress.advance_to(report.ledger_bytes);
  }
  check_names(investigation, report);
  check_forks(investigation, report);
  const KnownLines known(claims);
  settle_bodies(claims, report);
  settle_seen(claims, known, report);
  settle_checkpoints(claims, known, report);
  settle_keys(claims, report);
  if (options.against) settle_against(*options.against, claims, report);
  if (options.checks_files) check_files(investigation, claims, report, progress);
  progress.finish();
  return report;
}

}  // namespace sanaq::ledger
