#include "sanaq/investigation/forget.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/investigation/ingest_report.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/investigation/published_places.h"
#include "sanaq/investigation/traces.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/index.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

using base::message;
using base::PathKind;
using nlohmann::json;

constexpr std::string_view aside = ".sanaq/aside/";
constexpr std::int64_t searched_bytes_max = std::int64_t(16) << 20;  // of a file of somebody's

using Places = std::set<ledger::EntryPlace>;

// Bodies that stay public, and what the settings and articles say: a word that they have does not
// lead back to what is erased.
class PublicText {
 public:
  PublicText(const std::string& folder, const Places& erased) {
    for (const char* kind : {"statement", "document"}) {
      ledger::visit_in_force(folder, kind, [&](const ledger::Entry& entry, const json& body) {
        if (body.value("visibility", "") == "public" && !erased.contains({entry.writer, entry.seq}))
          text_ += body.dump() + "\n";
      });
    }
    add(base::join(folder, std::string(settings::settings_file)));
    const std::string articles = base::join(folder, "articles");
    if (base::path_kind(articles) != PathKind::folder) return;
    for (const std::string& name : base::list_folder(articles)) add(base::join(articles, name));
  }
  [[nodiscard]] std::set<std::string> have(const std::set<std::string>& words) const {
    std::set<std::string> found;
    for (const std::string& word : words) {
      if (text_.find(word) != std::string::npos) found.insert(word);
    }
    return found;
  }

 private:
  std::string text_;
  void add(const std::string& path) {
    if (base::path_kind(path) == PathKind::file) text_ += base::read_file(path) + "\n";
  }
};

// A report of that name that is not ours is somebody's file.
bool is_report_of_ours(const std::string& folder, std::string_view path) {
  const base::Catalog english;
  if (path == review_file)
    return has_own_report(folder, path, persons::review_csv({}, {}, {}, english));
  return path == ingest_report_file &&
         has_own_report(folder, path, ingest_report_csv({}, {}, english));
}

// An index keeps words in a form of its own, in which they are not found.
bool is_index(std::string_view path) { return path.find(".sqlite") != path.npos; }

// Where pages are, below the investigation: as the settings say, and as the ledger does.
std::set<std::string> sites_of(const std::string& folder) {
  std::set<std::string> sites = {"site"};
  for (const ledger::Publication& publication : ledger::publications(folder))
    sites.insert(publication.site);
  try {
    const std::string settings = base::join(folder, std::string(settings::settings_file));
    sites.insert(settings::parse_config(base::read_file(settings), settings).publish.site);
  } catch (const base::Error&) {
    // Settings that cannot be read now: the ledger has every place where something was published.
  }
  sites.erase("");
  return sites;
}

// Of what people put there only what text can be read from.
bool is_searched(std::string_view path) {
  static constexpr std::array<std::string_view, 14> endings = {
      ".txt", ".md",  ".csv",  ".tsv", ".json", ".toml", ".html",
      ".xml", ".eml", ".xlsx", ".ods", ".docx", ".odt",  ".rtf"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

// Everything in the folder that is a plain file, the chains and the sites aside.
std::vector<std::string> files_below(const std::string& folder,
                                     const std::set<std::string>& sites) {
  std::vector<std::string> files;
  for (const base::TreeEntry& entry : base::walk_tree(folder)) {
    const bool is_looked_at_otherwise =
        entry.path.starts_with("ledger/") || entry.path == published_facts ||
        entry.path == published_corrections || entry.path == published_intake_keys ||
        std::any_of(sites.begin(), sites.end(),
                    [&](const std::string& site) { return entry.path.starts_with(site + "/"); });
    if (entry.kind == PathKind::file && !is_looked_at_otherwise) files.push_back(entry.path);
  }
  return files;
}

class Forgetting {
 public:
  Forgetting(ledger::Writer& writer, const std::vector<ledger::Entry>& entries)
      : writer_(writer), folder_(writer.investigation()), sites_(sites_of(folder_)) {
    for (const ledger::Entry& entry : entries) erased_.insert({entry.writer, entry.seq});
    const PublicText open(folder_, erased_);
    for (const ledger::Entry& entry : entries) {
      if (!entry.body) continue;
      traces_.emplace_back(*entry.body,
                           [&](const std::set<std::string>& words) { return open.have(words); });
      if (entry.kind == "document" || entry.kind == "list" || entry.kind == "testimony")
        hashes_.insert(json::parse(*entry.body).value("sha256", std::string()));
    }
    hashes_.erase("");
  }

  [[nodiscard]] bool holds_words(std::string_view name, std::string_view bytes) const {
    return std::any_of(traces_.begin(), traces_.end(),
                       [&](const Traces& traces) { return traces.are_in(name, bytes); });
  }

  void index() { ledger::remove_index(folder_); }

  void derived_files() {
    for (const std::string& path : files_below(folder_, sites_)) {
      const std::string whole = base::join(folder_, path);
      if (!is_derived(path) || !(is_index(path) || is_to_go(path, whole))) continue;
      base::remove_file(whole);
      said_.push_back(
          message("{}: it held what was erased and was removed; it is made anew", path));
    }
  }

  // Lines that were cut off from a chain may be those of the entry.
  void cut_off_lines() {
    const std::string ledger = ledger::ledger_folder(folder_);
    if (base::path_kind(ledger) != PathKind::folder) return;
    for (const std::string& name : base::list_folder(ledger)) {
      const std::string path = base::join(ledger, name);
      if (!name.ends_with(".cut-off") || base::path_kind(path) != PathKind::file) continue;
      const std::string bytes = base::read_file(path);
      std::string kept;
      ledger::Lines lines(bytes);
      ledger::Line line;
      while (lines.next(line)) {
        if (!holds_words("", line.text)) kept.append(line.text).append(line.is_ended ? "\n" : "");
      }
      if (kept == bytes) continue;
      if (kept.empty())
        base::remove_file(path);
      else
        base::write_file_whole(path, kept);
      said_.push_back(message("ledger/{}: lines that held what was erased were taken out", name));
    }
  }

  // What was published: that something stood there and was corrected stays, and no word of it.
  void published() {
    Purged now;
    for (const std::string_view name : {published_facts, published_corrections}) {
      const std::string path = base::join(folder_, std::string(name));
      if (base::path_kind(path) != PathKind::file) continue;
      const std::string before = base::read_file(path);
      std::string after =
          without_words(name, before, [&](std::string_view line) { return holds_words("", line); });
      (name == published_facts ? now.facts : now.corrections) =
          after.empty() ? std::string() : base::sha256_hex(after);
      if (after != before) now.changed.emplace_back(path, std::move(after));
    }
    if (now.changed.empty()) return;
    enter_published(now.facts, now.corrections);
    for (const auto& [path, text] : now.changed) base::write_file_whole(path, text);
    said_.push_back(
        message("publication/: what was erased was taken out of what is kept of the "
                "publications"));
  }

  void documents() {
    for (const std::string& hash : hashes_) {
      const bool is_named = is_named_by_others(hash);
      for (const char* place : {"evidence", "lists/.versions"}) {
        const std::string within = base::join(folder_, place);
        if (base::path_kind(within) != PathKind::folder) continue;
        for (const std::string& name : base::list_folder(within)) {
          const std::string below = std::string(place) + "/" + name;
          if (!name.starts_with(hash) ||
              base::path_kind(base::join(folder_, below)) != PathKind::file)
            continue;
          if (!is_named) base::remove_file(base::join(folder_, below));
          said_.push_back(
              is_named ? message("{}: another entry in force names the same bytes; they stay until "
                                 "it is erased too",
                                 below)
                       : message("{}: removed", below));
        }
      }
      say_of_document(hash);
    }
  }

  void pages(const TakeFromSite& take) {
    std::size_t removed = 0;
    for (const std::string& site : sites_) {
      const std::string place = base::join(folder_, site);
      if (!take || base::path_kind(place) != PathKind::folder) continue;
      const TakenFromSite taken = take(
          place,
          [&](std::string_view name, std::string_view bytes) {
            return holds_words(name, bytes) || is_packed(bytes) ||
                   (!hashes_.empty() && hashes_.contains(base::sha256_hex(bytes)));
          },
          [&](const SiteAfter& after) { enter(site, after); });
      removed += taken.removed.size();
      for (const std::string& name : taken.left)
        said_.push_back(
            message("{}: it holds what was erased, and is not as sanaq published it: "
                    "remove it yourself",
                    base::join(site, name)));
    }
    if (removed > 0)
      said_.push_back(
          message("taken away from the site, because what was erased stood there: pages "
                  "and files: {}; `sanaq publish` makes anew what may be public",
                  removed));
  }

  // What people put there is theirs to change, and what lies elsewhere nobody here can reach.
  void what_remains() {
    std::int64_t unsearched = 0;
    for (const std::string& path : files_below(folder_, sites_)) {
      const std::string whole = base::join(folder_, path);
      if (is_derived(path)) continue;
      if (!is_searched(path) || base::file_size(whole) > searched_bytes_max) {
        ++unsearched;
      } else if (is_to_go(path, whole)) {
        said_.push_back(
            message("{}: this file of yours holds some of the same words, and was left as "
                    "it is",
                    path));
      }
    }
    if (unsearched > 0)
      said_.push_back(
          message("not searched for the words: pictures, PDF, sound, film and large "
                  "files of yours, in all {}",
                  unsearched));
    said_.push_back(message(
        "What was erased is gone from this folder. It remains in backups, in mirrors of the site "
        "and what others saved from it, in the folders of other offices until they merge with this "
        "one, and in what the disk itself keeps: snapshots, and bytes that were freed and not yet "
        "written over."));
  }

  [[nodiscard]] std::vector<base::Message> said() { return std::move(said_); }

 private:
  ledger::Writer& writer_;
  const std::string& folder_;
  std::set<std::string> sites_;
  Places erased_;
  std::vector<Traces> traces_;
  std::set<std::string> hashes_;
  std::vector<base::Message> said_;

  [[nodiscard]] bool is_derived(std::string_view path) const {
    return (path.starts_with(".sanaq/") && !path.starts_with(aside)) ||
           is_report_of_ours(folder_, path);
  }

  struct Purged {
    std::string facts, corrections;
    std::vector<std::pair<std::string, std::string>> changed;  // path, text
  };

  // The site itself is as it was published last.
  void enter_published(const std::string& facts, const std::string& corrections) {
    const std::vector<ledger::Publication> known = ledger::publications(folder_);
    if (known.empty()) return;
    ledger::Publication now = known.back();
    now.facts = facts;
    now.corrections = corrections;
    ledger::record_publication(writer_, now);
  }

  // Whoever checks the site finds in the ledger what it is now.
  void enter(const std::string& site, const SiteAfter& after) {
    ledger::Publication now;
    now.mark = after.mark;
    now.files = static_cast<std::int64_t>(after.paths.size());
    now.site = site;
    for (const ledger::Publication& before : ledger::publications(folder_)) {
      if (before.site == site) now.addresses = before.addresses;
      if (before.facts.empty() && before.corrections.empty() && before.intake_keys.empty())
        continue;
      now.facts = before.facts;
      now.corrections = before.corrections;
      now.intake_keys = before.intake_keys;
    }
    std::erase_if(now.addresses, [&](const std::string& address) {
      return std::none_of(after.paths.begin(), after.paths.end(),
                          [&](const std::string& path) { return path.find(address) != path.npos; });
    });
    ledger::record_publication(writer_, now);
  }

  [[nodiscard]] bool is_to_go(const std::string& path, const std::string& whole) const {
    const base::MappedFile file(whole);
    return holds_words(path, file.bytes());
  }

  [[nodiscard]] bool is_named_by_others(const std::string& hash) const {
    bool is_named = false;
    for (const char* kind : {"document", "list", "testimony"}) {
      ledger::visit_in_force(folder_, kind, [&](const ledger::Entry& entry, const json& body) {
        is_named = is_named || (body.value("sha256", "") == hash &&
                                !erased_.contains({entry.writer, entry.seq}));
      });
    }
    return is_named;
  }

  // What the document says of itself, and copies made of it, are entries of their own.
  void say_of_document(const std::string& hash) {
    std::int64_t statements = 0, copies = 0;
    const std::string subject = ledger::document_subject(hash);
    ledger::visit_in_force(folder_, "statement", [&](const ledger::Entry& entry, const json& body) {
      statements +=
          body.value("subject", "") == subject && !erased_.contains({entry.writer, entry.seq}) ? 1
                                                                                               : 0;
    });
    ledger::visit_in_force(folder_, "document", [&](const ledger::Entry& entry, const json& body) {
      copies +=
          body.value("of", "") == hash && !erased_.contains({entry.writer, entry.seq}) ? 1 : 0;
    });
    if (statements + copies > 0)
      said_.push_back(
          message("statements about this document that stay: {}, working copies of it: "
                  "{}; erase them too, if they could betray somebody",
                  statements, copies));
  }
};

}  // namespace

std::vector<base::Message> forget(ledger::Writer& writer, const std::vector<ledger::Entry>& entries,
                                  const TakeFromSite& take) {
  Forgetting forgetting(writer, entries);
  forgetting.index();
  forgetting.derived_files();
  forgetting.cut_off_lines();
  forgetting.published();
  forgetting.pages(take);
  forgetting.documents();
  forgetting.what_remains();
  return forgetting.said();
}

std::vector<base::Message> withhold(ledger::Writer& writer,
                                    const std::vector<ledger::Entry>& entries,
                                    const TakeFromSite& take) {
  if (entries.empty()) return {};
  Forgetting forgetting(writer, entries);
  forgetting.index();
  forgetting.derived_files();
  forgetting.published();
  forgetting.pages(take);
  return forgetting.said();
}

}  // namespace sanaq::investigation
