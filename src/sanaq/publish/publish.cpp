#include "sanaq/publish/publish.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>

#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/late_sync.h"
#include "sanaq/base/left_files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/site.h"
#include "sanaq/publish/built_site.h"
#include "sanaq/publish/kept_facts.h"
#include "sanaq/publish/known_marks.h"
#include "sanaq/publish/log_of_site.h"
#include "sanaq/publish/path_index.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/site_record.h"
#include "sanaq/publish/site_times.h"
#include "sanaq/publish/update_site.h"

namespace sanaq::publish {
namespace {

// What stands at the place before.
struct Found {
  std::optional<SiteMark> mark;
  std::string hash;  // of the mark
  bool is_anothers = false;
  std::optional<SiteRecord> standing;  // of a site that is whole, and ours
};

Found found_at(const SitePlace& place, base::Progress& progress) {
  Found found;
  found.mark = read_mark(place.folder);
  if (found.mark) found.hash = mark_hash(*found.mark);
  found.is_anothers = found.mark && !is_known_mark(place.investigation, found.hash);
  if (found.is_anothers && place.named_by == NamedBy::user) expect_no_others_site(place);
  if (found.mark && !found.is_anothers)
    found.standing = standing_record(place, *found.mark, found.hash, progress);
  return found;
}

// The folder in which a site is made, beside one that stands: what is the same is not written.
class Making {
 public:
  Making(const Found& found, const std::string& folder) : found_(found), folder_(folder) {}

  // Any thread.
  std::string write(const std::string& path, std::string_view bytes) {
    std::string hash = base::sha256_hex(bytes);
    write(path, bytes, hash);
    return hash;
  }
  void write(const std::string& path, std::string_view bytes, std::string_view hash) {
    if (stands(path, hash)) return;
    files_.write(base::join(folder_, path), bytes);
    if (!found_.standing) return;  // all are written
    const std::lock_guard lock(alone_);
    written_.insert(path);
  }
  // The paths of what was written so far of a site that has these files.
  [[nodiscard]] std::vector<std::string> written(const SiteMark& now) const {
    if (found_.standing) return {written_.begin(), written_.end()};
    std::vector<std::string> all;
    for (const auto& [path, hash] : now.files) all.emplace_back(path);
    return all;
  }
  [[nodiscard]] base::LateSync& files() { return files_; }

 private:
  [[nodiscard]] bool stands(std::string_view path, std::string_view hash) const {
    return found_.standing && found_.mark->files.hash_of(path) == hash;
  }

  const Found& found_;
  std::string folder_;
  base::LateSync files_;
  std::mutex alone_;  // of what follows
  std::set<std::string> written_;
};

BuiltSite build(const pages::PublicView& view, const pages::WriteFile& write,
                base::Progress& progress) {
  BuiltSite built;
  built.count = pages::build_site(
      view,
      [&](const std::string& path, std::string_view bytes) {
        write(path, bytes);
        built.add(path, base::sha256_hex(bytes), "");
      },
      progress);
  built.finish();
  return built;
}

bool is_made_from(const RecordedFile& file, std::string_view inputs) {
  const auto hash = log::hash_of_hex(inputs);
  return hash && file.inputs == *hash;
}

// Which pages of the site that stands need not be made again.
void find_standing(const Found& found, pages::SiteFiles& files) {
  if (!found.standing) return;
  const log::FileHashes& known = found.mark->files;
  const SiteRecord& record = *found.standing;
  files.standing = [index = std::make_shared<const PathIndex>(known), &record](
                       const std::string& path, const std::string& inputs) {
    const auto at = index->place_of(path);
    return at && is_made_from(record[*at], inputs) ? at : std::nullopt;
  };
  files.standing_below = [&known, &record](const std::string& folder, const std::string& inputs) {
    std::vector<std::size_t> all;
    for (std::size_t at = known.first_from(folder);
         at < known.size() && known[at].path.starts_with(folder); ++at) {
      if (is_made_from(record[at], inputs)) all.push_back(at);
    }
    return all;
  };
}

// Makes the site beside one that stands. `tables` is shown every file that is made.
BuiltSite build_beside(const Found& found, const pages::PublicView& view, DataTables& tables,
                       Making& making, base::Progress& progress) {
  BuiltSite built;
  pages::SiteFiles files;
  find_standing(found, files);
  if (!files.standing) {  // inputs are asked for, so that the next publication knows them
    files.standing = [](const std::string&, const std::string&) {
      return std::optional<std::size_t>();
    };
  }
  files.write = [&](const std::string& path, std::string_view bytes) {
    tables.add(path, bytes);
    return making.write(path, bytes);
  };
  files.add = [&](const std::string& path, const std::string& sha256, const std::string& inputs) {
    built.add(path, sha256, inputs);
  };
  files.keep = [&](std::size_t number) { built.keep(number); };
  built.count = pages::build_site(view, files, progress);
  if (found.standing)
    built.finish(found.mark->files, *found.standing);
  else
    built.finish();
  return built;
}

// Adds the public log to what was built, and returns its checkpoint; none without somebody who
// signs. The leaves are on the disk before the root is signed, so that no other root is ever signed
// for that size.
std::optional<log::Checkpoint> add_log(const LogOf& of, Making& making, BuiltSite& built,
                                       std::vector<base::Message>& said) {
  if (of.signer == nullptr || of.outcome.addresses.secret.empty()) return std::nullopt;
  NextPublication next =
      next_for(of, std::move(built.mark.files),
               [&](const std::string& path, std::string_view bytes, const std::string& sha256) {
                 making.write(path, bytes, sha256);
               });
  for (; !next.files.empty(); next.files.erase(next.files.begin())) {
    const auto& [path, bytes] = *next.files.begin();
    making.write(path, bytes, next.site.hash_of(path).value());
  }
  const log::Checkpoint checkpoint{of.signer->key.name, next.state.size(), next.root, {}};
  constexpr const char* note = "log/checkpoint";
  next.site.set(note, making.write(note, signed_checkpoint(checkpoint, of, said)));
  built.add_log(std::move(next.site));
  return checkpoint;
}

// `pages_digest` is that of the site without its log.
Report report_of(const pages::PublicView& view, const BuiltSite& built, const SitePlace& place,
                 const std::string& pages_digest) {
  Report report;
  report.pages = built.count.pages;
  report.files = built.count.files;
  report.digest = mark_hash(built.mark);
  report.pages_digest = pages_digest;
  report.public_columns = disclose::columns_that_leave(view);
  report.warnings = view.warnings;
  report.publication = {report.digest,
                        static_cast<std::int64_t>(built.mark.files.size()),
                        {},
                        place_in_investigation(place)};
  for (const pages::PublicPerson& person : view.persons)
    report.publication.addresses.push_back(person.id);
  std::sort(report.publication.addresses.begin(), report.publication.addresses.end());
  report.publication.pages = report.pages_digest;
  return report;
}

// The day of the run; of an outcome that has none, today.
std::string day_of(const investigation::Outcome& outcome) {
  return base::start_of_day(outcome.today) ? outcome.today : base::today();
}

PageOfThing pages_of(const pages::PublicView& view) {
  return [&view](const std::string& subject) { return pages::page_of(view.case_file, subject); };
}

// Compared with the site that stands there; what is not as it was published counts as not public.
Opening opening_of(const SitePlace& place, const Found& found, const SiteMark& now,
                   const DataTables& tables, base::Progress& progress) {
  Opening opening;
  opening.is_first = !found.mark || found.is_anothers;
  if (found.standing && has_same_tables(*found.mark, now)) return opening;
  std::vector<std::string> not_as_published;
  const DataTables before =
      opening.is_first ? DataTables()
                       : tables_of_site(place.folder, *found.mark, not_as_published, progress);
  opening.facts = facts_opened(before, tables);
  return opening;
}

disclose::KeptFacts with_corrections(const std::string& investigation,
                                     const std::string& public_reason, pages::PublicView& view) {
  const disclose::KeptFacts before = read_kept_facts(investigation);
  return disclose::disclose_corrections(before.facts, before.corrections, base::today(),
                                        public_reason, view);
}

// Whether a publication of this investigation ever had a log.
bool had_log(const std::string& investigation) {
  if (!base::folder_exists(ledger::ledger_folder(investigation))) return false;
  const auto all = ledger::publications(investigation);
  return std::any_of(all.begin(), all.end(),
                     [](const ledger::Publication& one) { return !one.log_root.empty(); });
}

// Of each file of `now`: its place in `before`, if it is the same there.
std::vector<std::optional<std::uint32_t>> same_before(const log::FileHashes& before,
                                                      const log::FileHashes& now) {
  std::vector<std::optional<std::uint32_t>> same(now.size());
  std::size_t then = 0;
  for (std::size_t at = 0; at < now.size(); ++at) {
    const log::FileHashes::File file = now[at];
    while (then < before.size() && before[then].path < file.path) ++then;
    if (then < before.size() && before[then] == file) same[at] = static_cast<std::uint32_t>(then);
  }
  return same;
}

// The stamps of files that stand as they were recorded, and of those that were written now.
Stamps stamps_now(const SitePlace& place, const Found& found, const SiteMark& now) {
  if (!found.standing) return stamps_of(place.folder, now);
  const auto same = same_before(found.mark->files, now.files);
  return stamps_of(place.folder, now, [&](std::size_t at) {
    return same[at] ? std::optional((*found.standing)[*same[at]].stamp) : std::nullopt;
  });
}

// Syncs what was made, calls `enter`, and moves the site to its place.
void put_in_place(const SitePlace& place, const Found& found, base::WholeFolder& made,
                  Making& making, const BuiltSite& built, const std::string& digest,
                  const std::string& day, SiteChange& change, base::Progress& progress,
                  const std::function<void()>& enter) {
  const std::vector<std::string> written = making.written(built.mark);
  if (found.standing)
    stage_update(*found.mark, built.mark, made, making.files());
  else
    making.files().write(base::join(made.path(), mark_file), mark_text(built.mark));
  const SiteMark* const before = found.mark && !found.is_anothers ? &*found.mark : nullptr;
  if (found.is_anothers) change.renamed_to = step_aside(place);
  set_file_times(made.path(), written, built.mark, {place.folder, before}, day);
  making.files().sync();
  enter();
  if (found.standing)
    put_update(place, made);
  else
    put_site(
        place, made, built.mark, [&] { return built.paths(); }, change, progress);
  const Stamps stamps = stamps_now(place, found, built.mark);
  set_folder_times(place.folder, built.mark, stamps);
  record_site(place, built.mark, digest, stamps, built.inputs);
}

// Two that carry over from one old site at a time would each take the other's work apart.
base::FileLock lock(const std::string& investigation) {
  const std::string own = base::join(investigation, ".sanaq");
  base::make_folder(own);
  return base::FileLock(base::join(own, "publish.lock"));
}

}  // namespace

bool needs_a_yes(const Opening& opening) {
  return opening.facts > (opening.is_first ? 0 : facts_without_yes);
}

Report publish(const investigation::Outcome& outcome, const SitePlace& place,
               base::Progress& progress, const EnterPublication& enter,
               const std::optional<investigation::OpenRegister>& shown, const Approve& approve,
               const std::string& public_reason, const LogSigner* signer) {
  pages::PublicView view =
      shown ? disclose::disclose(outcome, *shown) : disclose::disclose(outcome, progress);
  const base::FileLock alone = lock(place.investigation);
  SiteChange change;
  recover_site(place, change, progress);
  const Found found = found_at(place, progress);
  disclose::KeptFacts kept = with_corrections(place.investigation, public_reason, view);
  std::string().swap(kept.facts);  // those of the view, of which a large site has no room for two
  view.has_log = signer != nullptr;
  base::WholeFolder made(place.folder);
  Making making(found, made.path());
  DataTables tables;
  BuiltSite built = build_beside(found, view, tables, making, progress);
  if (standing_of(place) != Standing::unmarked) built.forget_order();
  const std::string pages_digest = pages_hash(built.mark);
  const Opening opening = opening_of(place, found, built.mark, tables, progress);
  if (approve && needs_a_yes(opening) && !approve(opening)) {
    Report report = report_of(view, built, place, pages_digest);
    report.opening = opening;
    report.is_waiting = true;
    report.change = std::move(change);
    return report;
  }
  const SiteMark* const standing = found.standing ? &*found.mark : nullptr;
  const auto log = add_log({outcome, place, view, signer, day_of(outcome), standing}, making, built,
                           view.warnings);
  Report report = report_of(view, built, place, pages_digest);
  report.opening = opening;
  name_log(log, report.publication);
  kept.facts = std::move(view.fact_lines);
  kept.intake_keys = view.written.intake.keys;
  name_kept_facts(kept, report.publication);
  put_in_place(place, found, made, making, built, report.digest, day_of(outcome), change, progress,
               [&] {
                 remember_mark(place.investigation, report.digest);
                 if (enter) enter(report.publication);
               });
  keep_facts(place.investigation, kept);
  report.change = std::move(change);
  return report;
}

Report preview(const investigation::Outcome& outcome, const SitePlace& place,
               base::Progress& progress) {
  pages::PublicView view = disclose::disclose(outcome, progress);
  (void)with_corrections(place.investigation, "", view);
  // The first publication makes the log, if it can enter a key as it entered the secret.
  view.has_log = outcome.addresses.has_secret() || had_log(place.investigation);
  DataTables now;
  const BuiltSite built = build(
      view, [&](const std::string& path, std::string_view bytes) { now.add(path, bytes); },
      progress);
  Report report = report_of(view, built, place, pages_hash(built.mark));
  report.changes = what_changes(place.folder, built.mark, now, progress);
  Found found;
  found.mark = read_mark(place.folder);
  found.is_anothers = is_anothers_site(place, found.mark);
  report.opening = opening_of(place, found, built.mark, now, progress);
  std::vector<std::string> not_as_published;
  const DataTables before =
      found.mark ? tables_of_site(place.folder, *found.mark, not_as_published, progress)
                 : DataTables();
  report.facts = fact_changes(before, now, pages_of(view));
  return report;
}

std::vector<base::Message> finish_publication(const SitePlace& place, base::Progress& progress) {
  std::vector<base::Message> said;
  for (const std::string& left : base::remove_left_files_of(base::join(place.folder, mark_file)))
    said.push_back(
        base::message("{}: an earlier run had left this unfinished; it was removed", left));
  if (base::left_beside(place.folder).empty()) return said;
  try {
    const base::FileLock alone = lock(place.investigation);
    SiteChange change;
    recover_site(place, change, progress);
    const std::vector<base::Message> more = sentences(change);
    said.insert(said.end(), more.begin(), more.end());
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::conflict) throw;
  }
  return said;
}

std::string standing_site(const SitePlace& place, base::Progress& progress) {
  const auto mark = read_mark(place.folder);
  const bool is_whole = mark && check_site(place.folder, *mark, progress).is_whole();
  return is_whole ? pages_hash(*mark) : "";
}

std::string site_digest(const investigation::Outcome& outcome, base::Progress& progress) {
  pages::PublicView view = disclose::disclose(outcome, progress);
  (void)with_corrections(outcome.folder, "", view);
  view.has_log = had_log(outcome.folder);
  return mark_hash(build(
                       view, [](const std::string&, std::string_view) {}, progress)
                       .mark);
}

}  // namespace sanaq::publish
