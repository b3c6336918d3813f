#include "sanaq/investigation/steps.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/base/system.h"
#include "sanaq/base/version.h"
#include "sanaq/exchange/link_json.h"
#include "sanaq/exchange/linking_inputs.h"
#include "sanaq/exchange/truth.h"
#include "sanaq/investigation/address_book_file.h"
#include "sanaq/investigation/articles_folder.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/count_changes.h"
#include "sanaq/investigation/estimate_state.h"
#include "sanaq/investigation/estimated.h"
#include "sanaq/investigation/history_files.h"
#include "sanaq/investigation/ingest_report.h"
#include "sanaq/investigation/ingested.h"
#include "sanaq/investigation/kept_files.h"
#include "sanaq/investigation/kept_queue.h"
#include "sanaq/investigation/linked.h"
#include "sanaq/investigation/linking_files.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/investigation/reception_digest.h"
#include "sanaq/investigation/records_index.h"
#include "sanaq/investigation/result_digests.h"
#include "sanaq/investigation/review_table.h"
#include "sanaq/investigation/steps_lock.h"
#include "sanaq/investigation/suggested_lists.h"
#include "sanaq/investigation/thresholds.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/case_persons.h"
#include "sanaq/persons/claims_beside.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/persons/register.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

std::size_t waiting_decisions(const std::vector<persons::ForReview>& for_review) {
  std::set<ledger::EntryPlace> waiting;
  for (const persons::ForReview& item : for_review) waiting.insert(item.decision.place);
  return waiting.size();
}

}  // namespace

Steps::Steps(const std::string& folder, const Caller& caller, const Adjust& adjust, Reuse reuse)
    : caller_(caller), reuse_(reuse) {
  outcome_.folder = folder;
  outcome_.config = settings::read_config(folder);
  expect_inside(folder, outcome_.config, caller.allow_outside);
  if (const auto warning = load_linking_files(outcome_.config, folder))
    outcome_.warnings.push_back(*warning);
  if (adjust) adjust(outcome_.config);
  if (base::folder_exists(ledger::ledger_folder(folder))) {
    decisions_ = ledger::decisions_in_force(folder);
    mendings_ = persons::mendings_of(ledger::statements_in_force(folder));
    known_maps_ = ledger::known_maps(folder);
    for (base::Message& said : ledger::left_out(folder))
      outcome_.warnings.push_back(std::move(said));
  }
  outcome_.addresses = read_address_book(folder);
  InputHashes inputs = hash_inputs(folder, outcome_.config);
  outcome_.provenance = {std::string(base::program_version()),
                         std::to_string(outcome_.config.estimate.seed),
                         {inputs.begin() + 1, inputs.end()},
                         inputs.front().second,
                         base::today()};
  outcome_.today = outcome_.provenance.made_on;
  if (!decisions_.empty())
    outcome_.provenance.inputs.emplace_back("decisions", persons::decisions_digest(decisions_));
  if (!mendings_.empty()) {
    inputs.emplace_back(mendings_input, persons::mendings_digest(mendings_));
    outcome_.provenance.inputs.push_back(inputs.back());
  }
  read_known_truth();
  read_case_file(inputs);
  ArticlesFolder articles = read_articles(folder);
  if (!articles.digest.empty()) inputs.emplace_back("articles", articles.digest);
  outcome_.articles = std::move(articles.articles);
  for (base::Message& said : articles.warnings) outcome_.warnings.push_back(std::move(said));
  read_reception(inputs);
  outcome_.keys = step_keys(outcome_.config, inputs, persons::decisions_digest(decisions_),
                            outcome_.addresses.digest());
  warn_of_spare_files();
  if (outcome_.config.lists.empty() && outcome_.claims.empty() && outcome_.case_file.said.empty()) {
    throw Error(Kind::bad_input,
                outcome_.spare_files.empty()
                    ? message("{}: {} names no list and no claims, so there is nothing to count; "
                              "put a list into {}/lists, then:  sanaq ingest {}",
                              folder, settings::settings_file, folder, folder)
                    : message("{}: {} names no list and no claims, so there is nothing to count; "
                              "files lie in {}/lists: for what to write, run  sanaq ingest {}",
                              folder, settings::settings_file, folder, folder));
  }
}

void Steps::warn_of_spare_files() {
  outcome_.spare_files = files_without_a_list(outcome_.folder, outcome_.config);
  for (const std::string& file : outcome_.spare_files) {
    outcome_.warnings.push_back(
        message("lists/{} is not counted: no list names it; what to write into {} is printed by  "
                "sanaq ingest",
                file, settings::settings_file));
  }
}

void Steps::read_known_truth() {
  const std::string truth = base::join(outcome_.folder, std::string(exchange::truth_file));
  if (outcome_.config.is_invented && base::file_exists(truth))
    outcome_.invented_truth = exchange::read_truth(base::read_file(truth), truth);
}

void Steps::say_closed(const base::Message& closing) {
  outcome_.warnings.push_back(closing);
  outcome_.closings.push_back(closing);
}

std::optional<StepState> Steps::state_of(std::string_view step, const std::string& key) const {
  if (reuse_ == Reuse::nothing) return std::nullopt;
  return read_state(outcome_.folder, step, key);
}

void Steps::finish(StepDone done, Json content) {
  if (reuse_ == Reuse::valid && !done.was_up_to_date)
    write_state(outcome_.folder, done.name, done.key,
                {std::move(content), done.outputs, done.figures});
  outcome_.steps.push_back(std::move(done));
}

// What the case file says, and what of it the steps depend on: names are linked, the rest is shown.
void Steps::read_case_file(InputHashes& inputs) {
  CaseTables tables =
      read_case_tables(outcome_.folder, outcome_.config, caller_.catalog.language());
  outcome_.case_file = std::move(tables.file);
  outcome_.public_documents = std::move(tables.public_documents);
  outcome_.translations = read_own_translations(outcome_.folder);
  names_ = persons::case_names(outcome_.case_file.said, outcome_.config, tables.bad_cells);
  const auto append = [](auto& to, auto& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  append(outcome_.bad_case_cells, tables.bad_cells);
  append(outcome_.warnings, tables.warnings);
  for (const auto* closings : {&outcome_.config.closings, &tables.closings}) {
    for (const base::Message& closing : *closings) say_closed(closing);
  }
  outcome_.claims = persons::claims_of(outcome_.case_file.said, outcome_.config.scope);
  inputs.emplace_back("statements", tables.ledger_hash);
  if (tables.has_ledger_statements)
    outcome_.provenance.inputs.emplace_back("statements", tables.ledger_hash);
  if (outcome_.addresses.has_secret())
    outcome_.provenance.inputs.emplace_back("addresses", outcome_.addresses.digest());
}

void Steps::read_reception(InputHashes& inputs) {
  if (!base::folder_exists(ledger::ledger_folder(outcome_.folder))) return;
  outcome_.comments = ledger::moderated_comments(outcome_.folder);
  outcome_.intake_keys = ledger::intake_keys(outcome_.folder);
  const std::string digest = reception_digest(outcome_.comments, outcome_.intake_keys);
  if (!digest.empty()) inputs.emplace_back("comments", digest);
}

bool Steps::is_ingested() const {
  return state_of("ingest", keys().ingest).has_value() &&
         base::file_exists(base::join(outcome_.folder, std::string(ingest_report_file)));
}

bool Steps::is_linked() const { return state_of("link", keys().link).has_value(); }

// Two that make the same step would write over each other.
void Steps::work_alone() {
  if (reuse_ == Reuse::valid && !alone_) alone_.emplace(lock_steps(outcome_.folder));
}

void Steps::ingest() {
  const base::Stopwatch watch;
  const bool was_up_to_date = is_ingested();
  if (!was_up_to_date) work_alone();
  take(read_lists(outcome_.folder, outcome_.config, known_maps_, mendings_, caller_.progress));
  // The digest is of what the lists gave, in English: the reader's language is no setting, and what
  // the ledger says of the case file decides nothing here.
  StepDone done{"ingest", was_up_to_date, 0, keys().ingest, keys().settings.ingest, {}, {}};
  done.outputs = {
      {"ingest-report", base::sha256_hex(ingest_report_csv(outcome_.lists, {}, base::Catalog()))},
      {"records", records_digest(outcome_.records)}};
  done.figures = {{"records", std::to_string(outcome_.records.record_count())}};
  if (reuse_ == Reuse::valid) write_ingest_report(was_up_to_date);
  done.seconds = watch.seconds();
  finish(std::move(done), Json::object());
}

// What the ledger says is read anew each time, also where the lists are up to date. A report that
// goes on behind what is to be said now was written when the names were linked, and stays.
void Steps::write_ingest_report(bool was_up_to_date) {
  const std::string csv =
      ingest_report_csv(outcome_.lists, outcome_.bad_case_cells, caller_.catalog);
  const std::string path = base::join(outcome_.folder, std::string(ingest_report_file));
  if (was_up_to_date && base::read_file(path).starts_with(csv)) return;
  write_report(ingest_report_file, csv);
}

void Steps::take(Ingested ingested) {
  outcome_.lists = std::move(ingested.lists);
  outcome_.list_fields = std::move(ingested.list_fields);
  static_cast<persons::Records&>(outcome_) = std::move(ingested.records);
  suspected_ = std::move(ingested.suspected);
  outcome_.mendings_held = std::move(ingested.mendings_held);
  outcome_.mendings_for_review = std::move(ingested.mendings_for_review);
  if (!outcome_.mendings_for_review.empty())
    outcome_.warnings.push_back(
        message("mended cells that wait for a second look, and are read as the lists have them: "
                "{}; see sanaq review",
                outcome_.mendings_for_review.size()));
  note_no_persons();
  for (const base::Message& closing : ingested.closings) say_closed(closing);
  for (base::Message& said : ingested.warnings) outcome_.warnings.push_back(std::move(said));
  for (record::BadCell& cell :
       persons::missing_records(outcome_, outcome_.config, outcome_.case_file.said))
    outcome_.bad_case_cells.push_back(std::move(cell));
  if (reuse_ != Reuse::valid) return;
  keep_versions();
  remove_older_records_index(outcome_);
}

// The bytes of every file that the count is made from, before anything is said of it.
void Steps::keep_versions() {
  for (std::size_t at = 0; at < outcome_.lists.size(); ++at)
    keep_version(
        outcome_.folder,
        settings::list_source(outcome_.config.lists[at], outcome_.config, outcome_.folder).path,
        outcome_.lists[at].version);
  for (const ledger::TableVersion& table : table_versions(outcome_))
    keep_version(outcome_.folder, base::join(outcome_.folder, table.table), table.sha256);
}

// Whom the case file names: joined to the register once the lists are linked.
void Steps::join_names() {
  auto list = persons::case_list(names_, outcome_.config, caller_.progress);
  if (!list) return;
  persons::ListHistory history =
      read_history(outcome_.folder, std::string(persons::case_list_name), "", known_maps_);
  std::int64_t latest = 0;
  for (const auto* arrivals : {&outcome_.arrivals, &history.arrivals}) {
    for (const std::int64_t arrival : *arrivals) latest = std::max(latest, arrival);
  }
  bool is_new = false;  // whether it has to be entered is seen by its hash
  const auto arrivals =
      persons::remember_names(history, list->records.identities, latest + 1, is_new);
  outcome_.names_history = std::move(history);
  const std::size_t reported = outcome_.bad_case_cells.size();
  const persons::CaseBound bound = persons::bound_by(case_decisions_, list->records.identities,
                                                     outcome_.records, outcome_.histories);
  persons::join_case_names(outcome_, names_, std::move(*list), arrivals, outcome_.bad_case_cells,
                           bound);
  if (outcome_.bad_case_cells.size() > reported && reuse_ == Reuse::valid)
    write_report(ingest_report_file,
                 ingest_report_csv(outcome_.lists, outcome_.bad_case_cells, caller_.catalog));
}

// What a reader of the lists is told of rows that are nobody, whether or not they are linked.
void Steps::note_no_persons() {
  const bool is_any = std::any_of(decisions_.begin(), decisions_.end(), [](const auto& decision) {
    return decision.verdict == ledger::Verdict::no_person;
  });
  if (!is_any) return;
  outcome_.no_person =
      persons::apply_decisions(decisions_, outcome_.records, outcome_.in_scope, outcome_.histories)
          .no_person;
  for (const std::uint32_t record : outcome_.no_person)
    ++outcome_.lists[outcome_.records.list_of[record]].no_person;
}

// Decisions on records of the lists; those that say whom a name of the case file means are kept
// apart, since its names become records only once the lists are linked.
std::vector<ledger::Decision> Steps::take_case_decisions() {
  case_decisions_.clear();
  const auto list = persons::case_list(names_, outcome_.config, caller_.progress);
  if (!list) return decisions_;
  const std::set<std::string> names(list->records.identities.begin(),
                                    list->records.identities.end());
  std::vector<ledger::Decision> of_lists;
  for (const ledger::Decision& decision : decisions_) {
    const bool is_of_name =
        decision.verdict == ledger::Verdict::same &&
        std::any_of(decision.records.begin(), decision.records.end(),
                    [&](const std::string& identity) { return names.contains(identity); });
    (is_of_name ? case_decisions_ : of_lists).push_back(decision);
  }
  return of_lists;
}

// Reviewers' decisions bind the register; a record that they found out of scope is left out of it.
void Steps::bind_decisions() {
  if (decisions_.empty()) {
    if (reuse_ == Reuse::valid && !mendings_.empty()) write_review();
    return;
  }
  persons::AppliedDecisions applied = persons::apply_decisions(
      take_case_decisions(), outcome_.records, outcome_.in_scope, outcome_.histories);
  for (const std::uint32_t record : applied.out_of_scope) {
    if (!outcome_.in_scope[record]) continue;
    outcome_.in_scope[record] = false;
    if (std::binary_search(applied.no_person.begin(), applied.no_person.end(), record)) continue;
    ++outcome_.lists[outcome_.records.list_of[record]].out_of_scope;
  }
  pairs_decided_ = std::move(applied.pairs);
  outcome_.decisions_held = std::move(applied.held);
  outcome_.decisions_applied = applied.applied;
  outcome_.decisions_for_review = std::move(applied.for_review);
  if (reuse_ == Reuse::valid) write_review();
}

void Steps::write_report(std::string_view file, const std::string& csv) {
  if (const auto said = write_own_report(outcome_.folder, file, csv))
    outcome_.warnings.push_back(*said);
}

void Steps::write_review() {
  const std::string path = base::join(outcome_.folder, std::string(review_file));
  const std::string csv =
      persons::review_csv(outcome_.decisions_for_review, outcome_.mendings_for_review,
                          outcome_.records, caller_.catalog);
  const bool waits_any =
      !outcome_.decisions_for_review.empty() || !outcome_.mendings_for_review.empty();
  if (!waits_any && !has_own_report(outcome_.folder, review_file, csv)) return;
  // A table that somebody is filling in keeps its place; the queue has these decisions too.
  const bool is_filled_in = base::file_exists(path) && base::file_size(path) > 0 &&
                            is_review_table(base::MappedFile(path).bytes(), path);
  if (!is_filled_in && (!base::file_exists(path) || base::read_file(path) != csv))
    write_report(review_file, csv);
  if (outcome_.decisions_for_review.empty()) return;
  outcome_.warnings.push_back(
      message("reviewers' decisions that wait for a second look, and are not applied: {}; see {}",
              waiting_decisions(outcome_.decisions_for_review),
              is_filled_in ? "sanaq review" : std::string(review_file)));
}

void Steps::link() { link_with(state_of("link", keys().link)); }

bool Steps::recall_link() {
  auto state = state_of("link", keys().link);
  if (!state) return false;
  link_with(std::move(state));
  return true;
}

void Steps::link_with(std::optional<StepState> state) {
  const base::Stopwatch watch;
  if (!state) work_alone();
  bind_decisions();
  StepDone done{"link", state.has_value(), 0, keys().link, keys().settings.link, {}, {}};
  if (state) {
    outcome_.link = exchange::link_from_json(state->content);
  } else {
    splink::Linked linked =
        link_lists(outcome_, outcome_.lists, outcome_.config, pairs_decided_, caller_.progress);
    outcome_.link = std::move(linked.result);
    outcome_.splink_model = std::move(linked.model);
  }
  outcome_.persons = persons::persons_of(outcome_.records, outcome_.link, outcome_.in_scope,
                                         outcome_.record_ids, outcome_.arrivals);
  static_cast<Documented&>(outcome_) = documented(outcome_.persons);
  if (state) {
    done.outputs = std::move(state->outputs);
    done.figures = std::move(state->figures);
  } else {
    done.outputs = {{"persons", persons_digest(outcome_)}, {"register", register_digest(outcome_)}};
    done.figures = {{"persons", std::to_string(outcome_.persons.size())},
                    {"decisions", std::to_string(outcome_.decisions_applied)}};
  }
  done.seconds = watch.seconds();
  finish(std::move(done), state ? Json() : exchange::link_json(outcome_.link));
  if (!state && reuse_ == Reuse::valid)
    keep_thresholds(outcome_.folder, keys(), outcome_.config.link.threshold,
                    static_cast<std::int64_t>(outcome_.persons.size()), outcome_.link.thresholds);
  keep_queue_once(GainOf::persons);
  join_names();
  for (base::Message& note : persons::notes_on_older_addresses(outcome_, outcome_.case_file.said))
    outcome_.warnings.push_back(std::move(note));
}

// Without an estimate the queue stays as linking left it. One with the total is newer than one
// without, as long as both steps are up to date.
void Steps::keep_queue_once(GainOf gain) {
  if (reuse_ == Reuse::nothing) return;
  for (const GainOf kept : {gain, GainOf::persons_and_total}) {
    if (has_queue(outcome_.folder, keys(), kept)) return;
  }
  keep_queue(outcome_, decisions_, gain, caller_.progress);
}

void Steps::estimate(const std::function<void()>& meanwhile) {
  const base::Stopwatch watch;
  if (recall_estimate()) {
    outcome_.steps.back().seconds = watch.seconds();
    if (outcome_.estimate) keep_queue_once(GainOf::persons_and_bound);
    return;
  }
  work_alone();
  Number number = number_of(outcome_, outcome_.config, {suspected_, pairs_decided_},
                            caller_.progress, meanwhile);
  number.invented_truth = outcome_.invented_truth;
  static_cast<Number&>(outcome_) = std::move(number);
  Json content = estimate_content(outcome_);
  StepDone done{"estimate", false, 0, keys().estimate, keys().settings.estimate, {}, {}};
  done.outputs = {{"estimate", estimate_digest(content)}};
  done.figures = estimate_figures(outcome_);
  done.seconds = watch.seconds();
  finish(std::move(done), std::move(content));
  if (reuse_ == Reuse::valid) keep_count(outcome_);
  if (outcome_.estimate) keep_queue_once(GainOf::persons_and_bound);
}

bool Steps::recall_estimate() {
  const auto state = state_of("estimate", keys().estimate);
  // An older version did not look how far one person moves the number.
  const bool needs_moves = !outcome_.config.scope.all_dead();
  if (!state || (needs_moves && !state->content.contains("one_person_moves"))) return false;
  restore_estimate(state->content, outcome_);
  finish({"estimate", true, 0, keys().estimate, keys().settings.estimate, state->outputs,
          state->figures},
         {});
  return true;
}

}  // namespace sanaq::investigation
