#include "sanaq/ledger/verify_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/ledger/retractions.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {
namespace {

using base::message;

base::Message put_back() {
  return message("put the file back from another copy; the ledger knows its hash");
}

// A path below the investigation that leads nowhere else, so that no entry makes us read what is
// not the investigation's.
bool is_inside(std::string_view path) {
  if (path.empty() || path.starts_with('/') || path.find('\\') != path.npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

// Before the files are looked at: whether lines of the ledger are not what they were. A body that
// counts for nothing is what it was.
bool has_lost_lines(const VerifyReport& report) {
  return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
    return finding.weight == Weight::damage && !finding.is_misfit;
  });
}

std::vector<std::string> names_in(const std::string& folder) {
  return base::folder_exists(folder) ? base::list_folder(folder) : std::vector<std::string>();
}

// Retractions that count, in the order of the union.
std::set<EntryPlace> retracted(const Claims& claims,
                               const std::function<bool(const EntryPlace&)>& counts) {
  std::vector<Claims::Retraction> found = claims.retractions;
  std::sort(found.begin(), found.end(),
            [](const Claims::Retraction& left, const Claims::Retraction& right) {
              return std::tie(left.clock, left.place) < std::tie(right.clock, right.place);
            });
  Retractions retractions;
  for (const Claims::Retraction& each : found) {
    if (counts(each.place)) retractions.note(each.place, each.target);
  }
  return retractions.retracted();
}

class FileCheck {
 public:
  FileCheck(const std::string& investigation, const Claims& claims,
            const std::function<bool(const EntryPlace&)>& counts, VerifyReport& report,
            base::Progress& progress)
      : investigation_(investigation),
        claims_(claims),
        report_(report),
        progress_(progress),
        is_ledger_damaged_(has_lost_lines(report)),
        versions_(names_in(base::join(investigation, std::string(versions_folder)))) {
    const std::set<EntryPlace> gone = retracted(claims, counts);
    for (const Claims::FileHash& file : claims.files) {
      if (counts(file.place) && !gone.contains(file.place)) in_force_.push_back(&file);
    }
  }

  void run() {
    for (const Claims::FileHash& file : claims_.files) {
      if (file.kind == FileKind::document) document(file);
      if (file.kind == FileKind::list || file.kind == FileKind::table) version(file);
      if (!file.history.empty()) map(file);
    }
    check_as_last_entered();
    check_unnamed_maps();
    check_unnamed();
    report_.checked = result();
  }

 private:
  const std::string& investigation_;
  const Claims& claims_;
  VerifyReport& report_;
  base::Progress& progress_;
  bool is_ledger_damaged_, has_said_so_ = false;
  std::vector<std::string> versions_;  // names in lists/.versions/, sorted
  std::vector<const Claims::FileHash*> in_force_;
  std::map<std::string, std::string> hashes_;
  std::set<std::string> good_, bad_;
  std::set<std::string> said_;  // of which something was said that is no damage

  [[nodiscard]] std::string whole(const std::string& path) const {
    return base::join(investigation_, path);
  }

  void find(Weight weight, const std::string& path, base::Message what, base::Message advice) {
    report_.findings.push_back({weight, path, 0, std::move(what), std::move(advice)});
  }

  void damage(const std::string& path, base::Message what, base::Message advice) {
    bad_.insert(path);
    find(Weight::damage, path, std::move(what), std::move(advice));
  }

  // Of a file that is there. Each is read once.
  const std::string& hash(const std::string& path) {
    const auto found = hashes_.find(path);
    if (found != hashes_.end()) return found->second;
    progress_.throw_if_stopped();
    report_.file_bytes += base::file_size(whole(path));
    const std::string& sha256 = hashes_[path] = base::sha256_of_file(whole(path));
    progress_.advance_to(report_.ledger_bytes + report_.file_bytes);
    return sha256;
  }

  [[nodiscard]] bool is_there(const std::string& path) const {
    return is_inside(path) && base::file_exists(whole(path));
  }

  void document(const Claims::FileHash& file) {
    ++report_.documents;
    if (!is_there(file.path)) {
      damage(file.path,
             message("a document is missing that {}, line {}, enters", file.file, file.line),
             put_back());
    } else if (hash(file.path) == file.sha256) {
      good_.insert(file.path);
    } else {
      damage(file.path,
             message("a document is not what it was when {}, line {}, entered it", file.file,
                     file.line),
             put_back());
    }
  }

  // The files among the versions whose names begin with the hash: one, or the same bytes under two
  // endings.
  [[nodiscard]] std::vector<std::string> kept(const std::string& sha256) const {
    std::vector<std::string> paths;
    for (auto name = std::lower_bound(versions_.begin(), versions_.end(), sha256);
         name != versions_.end() && name->starts_with(sha256); ++name) {
      const std::string path = base::join(std::string(versions_folder), *name);
      if (base::file_exists(whole(path))) paths.push_back(path);
    }
    return paths;
  }

  // What an entry has kept among the versions: bytes of a list or table, and a map.
  [[nodiscard]] static std::vector<std::string> kept_hashes(const Claims::FileHash& file) {
    std::vector<std::string> hashes;
    if (file.kind == FileKind::list || file.kind == FileKind::table) hashes.push_back(file.sha256);
    if (!file.history.empty()) hashes.push_back(file.history);
    return hashes;
  }

  void version(const Claims::FileHash& file) {
    ++report_.lists;
    const bool is_elsewhere = is_there(file.path) && hash(file.path) == file.sha256;
    check_kept(
        file.sha256,
        message("the version of {} that {}, line {}, enters is missing", file.path, file.file,
                file.line),
        is_elsewhere
            ? message("{} itself still has these bytes: `sanaq ingest` keeps them again", file.path)
            : put_back(),
        message("a version of {} is not what it was when {}, line {}, entered it", file.path,
                file.file, file.line));
  }

  void map(const Claims::FileHash& file) {
    check_kept(file.history,
               message("the map that {}, line {}, enters is missing; it says which record of a "
                       "list became which",
                       file.file, file.line),
               put_back(),
               message("this map says which record of a list became which, and is not what it was "
                       "when {}, line {}, entered it",
                       file.file, file.line));
  }

  void check_kept(const std::string& sha256, const base::Message& missing,
                  const base::Message& advice, const base::Message& altered) {
    const std::vector<std::string> paths = kept(sha256);
    if (paths.empty()) damage(base::join(std::string(versions_folder), sha256), missing, advice);
    for (const std::string& path : paths) {
      if (hash(path) == sha256) {
        good_.insert(path);
      } else {
        damage(path, altered, put_back());
      }
    }
  }

  // The files that people work on are theirs to change; that they did so is said. Offices that read
  // a file apart may each have entered another version last: any of these will do.
  void check_as_last_entered() {
    Last last;
    std::set<std::string> entered;  // paths that have an entry of their own
    for (const Claims::FileHash* file : in_force_) {
      if (file->kind != FileKind::list && file->kind != FileKind::table) continue;
      note_last(*file, last);
      entered.insert(file->path);
    }
    // Of an older version there is only what a run was made from.
    for (const Claims::FileHash* file : in_force_) {
      if (file->kind == FileKind::input && !entered.contains(file->path)) note_last(*file, last);
    }
    std::map<std::string, std::set<std::string>> hashes;
    for (const auto& [what, file] : last) hashes[file->path].insert(file->sha256);
    for (const auto& [path, wanted] : hashes) {
      if (!is_inside(path)) continue;
      if (!base::file_exists(whole(path))) {
        changed(path,
                message("this file is no longer here; its last version that was entered is "
                        "what counted"),
                message("put it back, or take it out of investigation.toml; its versions are in {}",
                        versions_folder));
      } else if (!wanted.contains(hash(path))) {
        changed(path, message("this file was changed since it was last entered"),
                message("if you changed it, run `sanaq run`, which enters it; if nobody did, "
                        "compare it with its last version in {}",
                        versions_folder));
      }
    }
  }

  // By writer, and list (whose file may get another name) or path.
  using Last = std::map<std::tuple<std::string, std::string, std::string>, const Claims::FileHash*>;

  static void note_last(const Claims::FileHash& file, Last& last) {
    const bool is_list = file.kind == FileKind::list;
    const Claims::FileHash*& known =
        last[{file.place.writer, is_list ? file.name : "", is_list ? "" : file.path}];
    if (known == nullptr || known->place.seq < file.place.seq) known = &file;
  }

  // Where the ledger itself is damaged, what was entered last may be what is not read.
  void changed(const std::string& path, base::Message what, base::Message advice) {
    if (is_ledger_damaged_) {
      if (!std::exchange(has_said_so_, true))
        find(Weight::note, "ledger",
             message("whether lists, tables and settings are as they were last entered cannot be "
                     "said while the ledger is damaged"),
             message("put the ledger right first"));
      return;
    }
    report_.changed.push_back(path);
    find(Weight::note, path, std::move(what), std::move(advice));
  }

  // Maps of older versions have no hash that an entry names, until they are entered.
  void check_unnamed_maps() {
    std::set<std::string> lists, named;
    for (const Claims::FileHash* file : in_force_) {
      if (file->kind != FileKind::list && file->kind != FileKind::names) continue;
      lists.insert(file->name);
      if (!file->history.empty()) named.insert(file->name);
    }
    for (const std::string& list : lists) {
      const std::string path = unnamed_map_file(list);
      if (named.contains(list) || !is_there(path)) continue;
      said_.insert(path);
      find(Weight::note, path,
           message("this file says which record of a list became which, and no entry holds it"),
           message("an older version entered the list; the next `sanaq run` enters this too"));
    }
  }

  // What stands where only entered files stand, and no entry names.
  void check_unnamed() {
    std::set<std::string> named = said_;
    for (const Claims::FileHash& file : claims_.files) {
      if (file.kind == FileKind::document) named.insert(file.path);
      for (const std::string& sha256 : kept_hashes(file)) {
        for (const std::string& path : kept(sha256)) named.insert(path);
      }
    }
    for (const std::string& folder : {std::string("evidence"), std::string(versions_folder)}) {
      for (const std::string& name : names_in(whole(folder))) {
        const std::string path = base::join(folder, name);
        if (named.contains(path)) continue;
        find(Weight::warning, path, message("no entry of the ledger names this file"),
             message("what was read and not yet entered is entered by the next `sanaq run`; "
                     "anything else is no part of the investigation: look at it, and take it out"));
      }
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
};

}  // namespace

void check_files(const std::string& investigation, const Claims& claims,
                 const std::function<bool(const EntryPlace&)>& counts, VerifyReport& report,
                 base::Progress& progress) {
  FileCheck(investigation, claims, counts, report, progress).run();
}

bool check_emptied(const std::string& investigation, VerifyReport& report) {
  if (!chain_files(investigation).empty()) return false;
  std::size_t files = 0;
  for (const std::string& folder : {std::string("evidence"), std::string(versions_folder)})
    files += names_in(base::join(investigation, folder)).size();
  const bool was_written =
      base::file_exists(base::join(base::join(investigation, ".sanaq"), "entered.json"));
  if (files == 0 && !was_written) return false;
  report.findings.push_back(
      {Weight::damage, "ledger", 0,
       message("the ledger is gone: it has no chain, and files that it entered are here (in "
               "evidence/ and {}: {})",
               versions_folder, files),
       message("put the folder ledger/ back from another copy; write nothing here until then")});
  return true;
}

}  // namespace sanaq::ledger
