#include "sanaq/publish/publish.h"

#include <algorithm>
#include <map>
#include <optional>

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
#include "sanaq/publish/kept_facts.h"
#include "sanaq/publish/known_marks.h"
#include "sanaq/publish/log_of_site.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/site_record.h"
#include "sanaq/publish/site_times.h"
#include "sanaq/publish/update_site.h"

namespace sanaq::publish {
namespace {

// What was written, for the mark.
struct Built {
  SiteMark mark;
  std::vector<std::string> order;
  std::map<std::string, std::string> inputs;  // of pages that say from what they are made
  pages::SiteCount count;
};

Built build(const pages::PublicView& view, const pages::WriteFile& write,
            base::Progress& progress) {
  Built built;
  built.count = pages::build_site(
      view,
      [&](const std::string& path, std::string_view bytes) {
        write(path, bytes);
        built.mark.files[path] = base::sha256_hex(bytes);
        built.order.push_back(path);
      },
      progress);
  return built;
}

// The same beside a site that stands, of which what is the same is kept and not written. `see` is
// shown every file that is made, `write` those that differ.
Built build_beside(const std::optional<StandingSite>& standing, const pages::PublicView& view,
                   const pages::WriteFile& see, const pages::WriteFile& write,
                   base::Progress& progress) {
  Built built;
  const auto add = [&](const std::string& path, const std::string& hash,
                       const std::string& inputs) {
    built.mark.files[path] = hash;
    built.order.push_back(path);
    if (!inputs.empty()) built.inputs[path] = inputs;
  };
  pages::SiteFiles files;
  files.stands = [&](const std::string& path, const std::string& inputs) {
    if (!standing) return false;
    const auto known = standing->record.files.find(path);
    return known != standing->record.files.end() && known->second.inputs == inputs;
  };
  files.keep = [&](const std::string& path, const std::string& inputs) {
    add(path, standing->mark.files.at(path), inputs);
  };
  files.write = [&](const std::string& path, std::string_view bytes, const std::string& inputs) {
    see(path, bytes);
    std::string hash = base::sha256_hex(bytes);
    const bool is_there =
        standing && standing->mark.files.contains(path) && standing->mark.files.at(path) == hash;
    if (!is_there) write(path, bytes);
    add(path, hash, inputs);
  };
  built.count = pages::build_site(view, files, progress);
  return built;
}

// A file of the log goes where the pages go, and is kept if it stands already.
void add_file(const std::string& path, const std::string& bytes,
              const std::optional<StandingSite>& standing, const pages::WriteFile& write,
              Built& built) {
  const std::string hash = base::sha256_hex(bytes);
  const bool is_there =
      standing && standing->mark.files.contains(path) && standing->mark.files.at(path) == hash;
  if (!is_there) write(path, bytes);
  built.mark.files[path] = hash;
  built.order.push_back(path);
}

// Adds the public log to what was built, and returns its checkpoint; none without somebody who
// signs. The leaves are on the disk before the root is signed, so that no other root is ever signed
// for that size.
std::optional<log::Checkpoint> add_log(const LogOf& of, const std::optional<StandingSite>& standing,
                                       const pages::WriteFile& write, Built& built,
                                       std::vector<base::Message>& said) {
  if (of.signer == nullptr || of.outcome.addresses.secret.empty()) return std::nullopt;
  const NextPublication next = next_for(of, built.mark);
  for (const auto& [path, bytes] : next.files) add_file(path, bytes, standing, write, built);
  const log::Checkpoint checkpoint{of.signer->key.name, next.state.size(), next.root, {}};
  add_file("log/checkpoint", signed_checkpoint(checkpoint, of, said), standing, write, built);
  built.count.files = static_cast<std::int64_t>(built.mark.files.size());
  return checkpoint;
}

Report report_of(const pages::PublicView& view, const Built& built, const SitePlace& place) {
  Report report;
  report.pages = built.count.pages;
  report.files = built.count.files;
  report.digest = mark_hash(built.mark);
  report.pages_digest = mark_hash(without_log(built.mark));
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
Opening opening_of(const SitePlace& place, const DataTables& now, base::Progress& progress) {
  const auto mark = read_mark(place.folder);
  Opening opening;
  opening.is_first = !mark || is_anothers_site(place);
  std::vector<std::string> not_as_published;
  const DataTables before = opening.is_first
                                ? DataTables()
                                : tables_of_site(place.folder, *mark, not_as_published, progress);
  opening.facts = facts_opened(before, now);
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
  expect_no_others_site(place);
  const disclose::KeptFacts kept = with_corrections(place.investigation, public_reason, view);
  view.has_log = signer != nullptr;
  std::optional<StandingSite> standing;
  if (!is_anothers_site(place)) standing = standing_as_recorded(place, progress);
  base::WholeFolder made(place.folder);
  base::LateSync files;
  DataTables tables;
  const pages::WriteFile write = [&](const std::string& path, std::string_view bytes) {
    files.write(base::join(made.path(), path), bytes);
  };
  Built built = build_beside(
      standing, view,
      [&](const std::string& path, std::string_view bytes) { tables.add(path, bytes); }, write,
      progress);
  const Opening opening = opening_of(place, tables, progress);
  if (approve && needs_a_yes(opening) && !approve(opening)) {
    Report report = report_of(view, built, place);
    report.opening = opening;
    report.is_waiting = true;
    report.change = std::move(change);
    return report;
  }
  const std::optional<log::Checkpoint> log = add_log(
      {outcome, place, view, signer, day_of(outcome)}, standing, write, built, view.warnings);
  if (standing)
    stage_update(standing->mark, built.mark, made, files);
  else
    files.write(base::join(made.path(), mark_file), mark_text(built.mark));
  Report report = report_of(view, built, place);
  report.opening = opening;
  name_log(log, report.publication);
  if (is_anothers_site(place)) change.renamed_to = step_aside(place);
  set_file_times(made.path(), built.mark, place.folder, day_of(outcome));
  files.sync();
  name_kept_facts(kept, report.publication);
  remember_mark(place.investigation, report.digest);
  if (enter) enter(report.publication);
  if (standing)
    put_update(place, made);
  else
    put_site(place, made, built.mark, built.order, change, progress);
  set_folder_times(place.folder, built.mark);
  record_site(place, built.mark, built.inputs);
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
  const Built built = build(
      view, [&](const std::string& path, std::string_view bytes) { now.add(path, bytes); },
      progress);
  Report report = report_of(view, built, place);
  report.changes = what_changes(place.folder, built.mark, now, progress);
  report.opening = opening_of(place, now, progress);
  std::vector<std::string> not_as_published;
  const auto mark = read_mark(place.folder);
  const DataTables before =
      mark ? tables_of_site(place.folder, *mark, not_as_published, progress) : DataTables();
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
  return is_whole ? mark_hash(without_log(*mark)) : "";
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
