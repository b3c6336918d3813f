#include "sanaq/investigation/steps.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/investigation/address.h"
#include "sanaq/investigation/capture_from_register.h"
#include "sanaq/investigation/claims.h"
#include "sanaq/investigation/ingest_report.h"
#include "sanaq/investigation/link_json.h"
#include "sanaq/investigation/message_json.h"
#include "sanaq/investigation/new_investigation.h"
#include "sanaq/investigation/persons.h"
#include "sanaq/investigation/scope.h"
#include "sanaq/investigation/stopwatch.h"
#include "sanaq/investigation/summary_json.h"
#include "sanaq/investigation/truth.h"
#include "sanaq/investigation/version.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

Config read_config(const std::string& folder) {
  const std::string path = base::join(folder, std::string(settings_file));
  if (!base::file_exists(path)) {
    throw Error(Kind::not_found,
                message("{}: there is no investigation here; begin one with: sanaq new {}", folder,
                        folder));
  }
  return parse_config(base::read_file(path), path);
}

// Files in lists/ that no [[list]] names, in the order of their names; not the hidden ones and not
// what a spreadsheet leaves open.
std::vector<std::string> files_without_a_list(const std::string& folder, const Config& config) {
  std::vector<std::string> spare;
  const std::string lists = base::join(folder, "lists");
  if (!base::folder_exists(lists)) return spare;
  for (const std::string& file : base::list_folder(lists)) {
    const bool is_named = std::any_of(config.lists.begin(), config.lists.end(),
                                      [&](const ListConfig& list) { return list.file == file; });
    const bool is_aside = file.starts_with('.') || file.starts_with("~$") ||
                          !base::file_exists(base::join(lists, file));
    if (!is_named && !is_aside) spare.push_back(file);
  }
  return spare;
}

void warn_of_spare_files(Outcome& outcome) {
  for (const std::string& file : files_without_a_list(outcome.folder, outcome.config)) {
    outcome.warnings.push_back(
        message("lists/{} is not counted: no list names it; add to {}:  [[list]]  and below it  "
                "file = \"{}\"",
                file, settings_file, file));
  }
}

ListReport report_of(const tables::IngestedList& list) {
  const record::List& about = list.records.lists.front();
  ListReport report;
  report.name = about.name;
  report.file = base::file_name(about.file);
  report.version = about.version;
  report.encoding = list.encoding;
  report.delimiter = list.delimiter;
  report.header_row = list.header_row;
  report.rows_read = list.rows_read;
  report.records = static_cast<std::int64_t>(list.records.record_count());
  report.blank = list.blank_rows;
  report.refused = static_cast<std::int64_t>(list.refused.size());
  report.refused_rows = list.refused;
  report.bad_cells = list.bad_cells;
  report.columns = list.mapping;
  report.unmapped_headers = list.unmapped_headers;
  report.warnings = list.warnings;
  report.one_per_person = about.one_per_person;
  return report;
}

void warn_without_names(ListReport& report) {
  const auto has = [&](const char* field) { return report.columns.contains(field); };
  if (has("name") || has("given") || has("family")) return;
  report.warnings.push_back(
      message("{}: no column with names was found, so its records cannot be linked; say which one "
              "it is: columns = {{ name = \"…\" }}",
              report.name));
}

// Per list, before linking: a record without any cell of a name.
std::vector<bool> has_name(const record::RecordTable& records) {
  std::vector<bool> named(records.record_count(), false);
  for (const record::Field field :
       {record::Field::name, record::Field::given, record::Field::family}) {
    const record::Column* column = records.find(field);
    if (column == nullptr) continue;
    for (std::size_t at = 0; at < named.size(); ++at)
      named[at] = named[at] || column->codes[at] != 0;
  }
  return named;
}

std::int64_t next_arrival(const std::vector<ListHistory>& histories) {
  std::int64_t latest = 0;
  for (const ListHistory& history : histories) {
    for (const std::int64_t arrival : history.arrivals) latest = std::max(latest, arrival);
  }
  return latest + 1;
}

Json capture_json(const std::optional<estimate::CaptureTable>& table) {
  if (!table) return nullptr;
  Json cells = Json::array();
  for (const estimate::Cell& cell : table->cells)
    cells.push_back({cell.listed, cell.not_covered, cell.count});
  return {{"lists", table->lists}, {"cells", cells}};
}

std::optional<estimate::CaptureTable> capture_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  estimate::CaptureTable table;
  json.at("lists").get_to(table.lists);
  for (const Json& cell : json.at("cells"))
    table.cells.push_back({cell.at(0), cell.at(1), cell.at(2)});
  return table;
}

Json optional_summary_json(const std::optional<estimate::Summary>& summary) {
  return summary ? summary_json(*summary) : Json(nullptr);
}

std::optional<estimate::Summary> optional_summary_from(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(summary_from_json(json));
}

std::optional<base::Message> why_no_estimate(const Outcome& outcome) {
  if (outcome.config.lists.empty())
    return message("no list has been loaded, so there is no estimate");
  if (outcome.documented_low == 0)
    return message("no record with a name is in scope, so there is no estimate");
  if (outcome.capture->lists.size() < 2)
    return message(
        "one list alone cannot tell how many are on none; a second, independent list is needed");
  return std::nullopt;
}

}  // namespace

Steps::Steps(const std::string& folder, const Face& face, const Adjust& adjust) : face_(face) {
  outcome_.folder = folder;
  outcome_.config = read_config(folder);
  if (adjust) adjust(outcome_.config);
  const InputHashes inputs = hash_inputs(folder, outcome_.config);
  keys_ = step_keys(outcome_.config, inputs);
  outcome_.provenance = {std::string(program_version()),
                         std::to_string(outcome_.config.estimate.seed),
                         {inputs.begin() + 1, inputs.end()},
                         inputs.front().second,
                         base::today()};
  read_tables();
  warn_of_spare_files(outcome_);
  if (outcome_.config.lists.empty() && outcome_.claims.empty()) {
    throw Error(Kind::bad_input,
                message("{}: {} names no list and no claims, so there is nothing to count; put a "
                        "list into {}/lists and add:  [[list]]  and below it  file = \"…\"",
                        folder, settings_file, folder));
  }
}

void Steps::read_tables() {
  for (const TableConfig& table : outcome_.config.tables) {
    if (table.kind != "claim") {
      outcome_.warnings.push_back(message(
          "{}: tables of kind {} are not read by this version of sanaq", table.file, table.kind));
      continue;
    }
    ClaimTable claims = read_claims(base::read_file(base::join(outcome_.folder, table.file)),
                                    table.file, outcome_.config.scope);
    std::move(claims.claims.begin(), claims.claims.end(), std::back_inserter(outcome_.claims));
    std::move(claims.bad_cells.begin(), claims.bad_cells.end(),
              std::back_inserter(outcome_.bad_claim_cells));
    std::move(claims.warnings.begin(), claims.warnings.end(),
              std::back_inserter(outcome_.warnings));
  }
  const std::string truth = base::join(outcome_.folder, std::string(truth_file));
  if (outcome_.config.is_invented && base::file_exists(truth))
    outcome_.invented_truth = read_truth(base::read_file(truth), truth);
}

bool Steps::is_ingested() const {
  return read_state(outcome_.folder, "ingest", keys_.ingest).has_value() &&
         base::file_exists(base::join(outcome_.folder, std::string(ingest_report_file)));
}

bool Steps::is_linked() const {
  return read_state(outcome_.folder, "link", keys_.link).has_value();
}

void Steps::ingest() {
  const Stopwatch watch;
  const bool was_up_to_date = is_ingested();
  read_lists();
  judge_scope();
  if (!was_up_to_date) {
    base::write_file_whole(base::join(outcome_.folder, std::string(ingest_report_file)),
                           ingest_report_csv(outcome_, face_.catalog));
    write_state(outcome_.folder, "ingest", keys_.ingest,
                {{"records", outcome_.records.record_count()}});
  }
  outcome_.steps.push_back({"ingest", was_up_to_date, watch.seconds()});
}

void Steps::read_lists() {
  std::vector<tables::IngestedList> ingested;
  std::vector<ListHistory> histories;
  for (const ListConfig& list : outcome_.config.lists) {
    face_.progress.throw_if_stopped();
    ingested.push_back(tables::ingest(list_source(list, outcome_.folder), face_.progress));
    histories.push_back(read_history(outcome_.folder, list.name));
  }
  const std::int64_t arrival = next_arrival(histories);
  for (std::size_t at = 0; at < ingested.size(); ++at) {
    const tables::IngestedList& list = ingested[at];
    ListReport report = report_of(list);
    warn_without_names(report);
    report.change =
        take_version(histories[at], report.version, report.file, list.records.identities, arrival);
    for (const std::string& origin : histories[at].origins)
      outcome_.record_ids.push_back(record_address(origin));
    outcome_.arrivals.insert(outcome_.arrivals.end(), histories[at].arrivals.begin(),
                             histories[at].arrivals.end());
    outcome_.lists.push_back(std::move(report));
  }
  outcome_.records = tables::combine(ingested);
  for (std::size_t at = 0; at < histories.size(); ++at) {
    if (!outcome_.lists[at].change.is_new) continue;
    keep_version(outcome_.folder, list_source(outcome_.config.lists[at], outcome_.folder).path,
                 outcome_.lists[at].version);
    write_history(outcome_.folder, histories[at]);
  }
}

void Steps::judge_scope() {
  const std::vector<Standing> standing = standings(outcome_.config.scope, outcome_.records);
  const std::vector<bool> named = has_name(outcome_.records);
  outcome_.in_scope.assign(standing.size(), true);
  for (std::size_t at = 0; at < standing.size(); ++at) {
    ListReport& list = outcome_.lists[outcome_.records.list_of[at]];
    outcome_.in_scope[at] = standing[at] != Standing::outside;
    list.out_of_scope += outcome_.in_scope[at] ? 0 : 1;
    list.unlinkable += outcome_.in_scope[at] && !named[at] ? 1 : 0;
  }
}

void Steps::link() {
  const Stopwatch watch;
  const auto state = read_state(outcome_.folder, "link", keys_.link);
  if (state) {
    outcome_.link = link_from_json(*state);
  } else if (outcome_.records.record_count() > 0) {
    link::Options options = outcome_.config.link;
    options.leave_out.clear();
    for (const bool is_in : outcome_.in_scope) options.leave_out.push_back(!is_in);
    outcome_.link = link::link(outcome_.records, options, face_.progress);
  }
  if (!state) write_state(outcome_.folder, "link", keys_.link, link_json(outcome_.link));
  count_persons();
  outcome_.steps.push_back({"link", state.has_value(), watch.seconds()});
}

void Steps::count_persons() {
  outcome_.persons = persons_of(outcome_.records, outcome_.link, outcome_.in_scope,
                                outcome_.record_ids, outcome_.arrivals);
  const auto linkable = std::count_if(outcome_.persons.begin(), outcome_.persons.end(),
                                      [](const Person& person) { return person.is_linkable; });
  outcome_.documented_low = linkable;
  outcome_.documented_high = static_cast<std::int64_t>(outcome_.persons.size());
}

void Steps::estimate() {
  const Stopwatch watch;
  const bool was_up_to_date = recall_estimate();
  if (!was_up_to_date) estimate_anew();
  outcome_.steps.push_back({"estimate", was_up_to_date, watch.seconds()});
}

void Steps::estimate_anew() {
  outcome_.capture.reset();
  if (!outcome_.config.lists.empty())
    outcome_.capture = capture_from_register(outcome_.config, outcome_.records, outcome_.persons,
                                             Unlinkable::left_out);
  outcome_.no_estimate = why_no_estimate(outcome_);
  if (!outcome_.no_estimate) {
    outcome_.estimate = estimate::estimate_over_registers(*outcome_.capture, sampled_captures(),
                                                          outcome_.config.estimate, face_.progress);
    if (outcome_.documented_high > outcome_.documented_low) {
      const auto all = capture_from_register(outcome_.config, outcome_.records, outcome_.persons,
                                             Unlinkable::each_a_person);
      outcome_.estimate_with_unlinkable =
          estimate::estimate(all, outcome_.config.estimate, face_.progress);
    }
  }
  write_state(
      outcome_.folder, "estimate", keys_.estimate,
      {{"documented", {outcome_.documented_low, outcome_.documented_high}},
       {"capture", capture_json(outcome_.capture)},
       {"estimate", optional_summary_json(outcome_.estimate)},
       {"with_unlinkable", optional_summary_json(outcome_.estimate_with_unlinkable)},
       {"no_estimate", messages_json(outcome_.no_estimate ? std::vector{*outcome_.no_estimate}
                                                          : std::vector<base::Message>{})},
       {"made_on", outcome_.provenance.made_on}});
}

// The capture table of each sampled register. A draw whose lists are not those of the published
// register (a list on which nobody with a name is left) cannot be averaged with it and is passed
// over.
std::vector<estimate::CaptureTable> Steps::sampled_captures() {
  std::vector<estimate::CaptureTable> tables;
  link::Result drawn = outcome_.link;
  for (const std::vector<std::uint32_t>& draw : outcome_.link.draws) {
    face_.progress.throw_if_stopped();
    drawn.person_of = draw;
    const std::vector<Person> persons = persons_of(outcome_.records, drawn, outcome_.in_scope,
                                                   outcome_.record_ids, outcome_.arrivals);
    estimate::CaptureTable table =
        capture_from_register(outcome_.config, outcome_.records, persons, Unlinkable::left_out);
    if (table.lists == outcome_.capture->lists) tables.push_back(std::move(table));
  }
  return tables;
}

bool Steps::recall_estimate() {
  const auto state = read_state(outcome_.folder, "estimate", keys_.estimate);
  if (!state) return false;
  outcome_.documented_low = state->at("documented").at(0);
  outcome_.documented_high = state->at("documented").at(1);
  outcome_.capture = capture_from(state->at("capture"));
  outcome_.estimate = optional_summary_from(state->at("estimate"));
  outcome_.estimate_with_unlinkable = optional_summary_from(state->at("with_unlinkable"));
  const std::vector<base::Message> reasons = messages_from_json(state->at("no_estimate"));
  if (!reasons.empty()) outcome_.no_estimate = reasons.front();
  outcome_.provenance.made_on = state->at("made_on");
  return true;
}

}  // namespace sanaq::investigation
