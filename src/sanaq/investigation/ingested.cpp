#include "sanaq/investigation/ingested.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "sanaq/base/files.h"
#include "sanaq/investigation/alike_lists.h"
#include "sanaq/investigation/corrected_records.h"
#include "sanaq/investigation/history_files.h"
#include "sanaq/investigation/list_visibility.h"
#include "sanaq/investigation/suggested_lists.h"
#include "sanaq/persons/address.h"
#include "sanaq/persons/scope.h"
#include "sanaq/persons/suspected_names.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {
namespace {

using base::message;

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
  report.doubtful_cells = list.doubtful_cells;
  report.counter_headers = list.counter_headers;
  report.columns = list.mapping;
  report.unmapped_headers = list.unmapped_headers;
  report.warnings = list.warnings;
  report.one_per_person = about.one_per_person;
  return report;
}

// Names that may be nobody's: of all lists, and what is said of each list.
struct SuspectsOfLists {
  std::set<std::string> names;
  std::vector<std::vector<base::Message>> said;
};

// The line to paste holds the words that the settings have already, and those of all lists: it can
// take their place.
SuspectsOfLists suspects_of(const std::vector<tables::IngestedList>& lists,
                            std::vector<std::string> words) {
  SuspectsOfLists suspects;
  std::vector<std::vector<persons::SuspectedName>> found;
  for (const tables::IngestedList& list : lists) {
    found.push_back(persons::suspected_names(list.records));
    for (const persons::SuspectedName& one : found.back()) {
      if (suspects.names.insert(one.name).second) words.push_back(one.name);
    }
  }
  const std::string line = persons::nobody_line(words);
  const bool has_words = words.size() > suspects.names.size();
  for (const std::vector<persons::SuspectedName>& of_list : found) {
    suspects.said.emplace_back();
    for (const persons::SuspectedName& one : of_list)
      suspects.said.back().push_back(persons::suspicion(one, line, has_words));
  }
  return suspects;
}

// Per list, before linking: a record without any cell that names somebody.
std::vector<bool> has_name(const record::RecordTable& records) {
  std::vector<bool> named(records.record_count(), false);
  for (const record::Field field :
       {record::Field::name, record::Field::given, record::Field::family}) {
    const record::Column* column = records.find(field);
    if (column == nullptr) continue;
    for (std::size_t at = 0; at < named.size(); ++at) {
      const std::uint32_t code = column->codes[at];
      named[at] =
          named[at] ||
          !(column->canonical.empty() ? column->values[code] : column->canonical[code]).empty();
    }
  }
  return named;
}

std::int64_t next_arrival(const std::vector<persons::ListHistory>& histories) {
  std::int64_t latest = 0;
  for (const persons::ListHistory& history : histories) {
    for (const std::int64_t arrival : history.arrivals) latest = std::max(latest, arrival);
  }
  return latest + 1;
}

// One list: what is told of it, and what it brings to the records of all.
void add_list(const tables::IngestedList& list, std::size_t at, const std::string& folder,
              const settings::Config& config, std::int64_t arrival,
              const persons::AppliedMendings& mended, base::Progress& progress, Ingested& out) {
  ListReport report = report_of(list);
  report.unclear_headers = unclear_headers(list.records, config.lists[at]);
  for (const std::string& header : report.unclear_headers)
    out.closings.push_back(unclear_header(report.name, header));
  persons::ListHistory& history = out.records.histories[at];
  report.change =
      persons::add_version(history, report.version, report.file, list.records.identities, arrival);
  count_corrected(report.change, history, settings::list_source(config.lists[at], config, folder),
                  folder, list.records, mended.held, progress);
  for (const std::string& origin : history.origins) {
    out.records.record_ids.push_back(persons::record_address(origin));
    out.records.origins.push_back(origin);
  }
  out.records.arrivals.insert(out.records.arrivals.end(), history.arrivals.begin(),
                              history.arrivals.end());
  out.list_fields.push_back(persons::fields_of(list.records));
  out.lists.push_back(std::move(report));
}

void judge_scope(const settings::Scope& scope, Ingested& out) {
  const std::vector<persons::Standing> standing = persons::standings(scope, out.records.records);
  const std::vector<bool> named = has_name(out.records.records);
  out.records.in_scope.assign(standing.size(), true);
  for (std::size_t at = 0; at < standing.size(); ++at) {
    ListReport& list = out.lists[out.records.records.list_of[at]];
    const bool is_in = standing[at] != persons::Standing::outside;
    out.records.in_scope[at] = is_in;
    list.out_of_scope += is_in ? 0 : 1;
    list.unlinkable += is_in && !named[at] ? 1 : 0;
  }
}

// The list as it is, with what was mended in the place of its cells: said in `applied`.
tables::IngestedList read_list(tables::ListSource source, const std::string& folder,
                               const ledger::KnownMaps& known_maps,
                               const std::vector<persons::Mending>& mendings,
                               base::Progress& progress, persons::AppliedMendings& applied) {
  if (!mendings.empty()) {
    source.mend = [&](const record::RecordTable& as_written) {
      const record::List& about = as_written.lists.front();
      persons::ListHistory history = read_history(folder, about.name, about.version, known_maps);
      persons::add_version(history, about.version, base::file_name(about.file),
                           as_written.identities, next_arrival({history}));
      applied = persons::apply_mendings(mendings, as_written, history);
      return mended_cells(applied.held);
    };
  }
  return tables::ingest(source, progress);
}

// What of the mendings holds, by the records of all lists; what no list knows waits.
void note_mendings(const std::vector<persons::Mending>& mendings,
                   const std::vector<persons::AppliedMendings>& of_lists, Ingested& out) {
  std::uint32_t before = 0;
  std::vector<bool> was_known(mendings.size(), false);
  for (std::size_t list = 0; list < of_lists.size(); ++list) {
    for (persons::MendingHeld held : of_lists[list].held) {
      held.record += before;
      out.mendings_held.push_back(std::move(held));
    }
    for (persons::MendingForReview waiting : of_lists[list].for_review) {
      if (waiting.record) *waiting.record += before;
      out.mendings_for_review.push_back(std::move(waiting));
    }
    for (std::size_t at = 0; at < of_lists[list].was_known.size(); ++at)
      was_known[at] = was_known[at] || of_lists[list].was_known[at];
    before += static_cast<std::uint32_t>(out.lists[list].records);
  }
  for (std::size_t at = 0; at < mendings.size(); ++at) {
    if (!was_known[at])
      out.mendings_for_review.push_back({mendings[at], persons::WhyNotMended::unknown, {}});
  }
}

}  // namespace

Ingested read_lists(const std::string& folder, const settings::Config& config,
                    const ledger::KnownMaps& known_maps,
                    const std::vector<persons::Mending>& mendings, base::Progress& progress) {
  Ingested out;
  std::vector<tables::IngestedList> ingested;
  std::vector<persons::AppliedMendings> mended(config.lists.size());
  for (const settings::ListConfig& list : config.lists) {
    progress.throw_if_stopped();
    ingested.push_back(read_list(settings::list_source(list, config, folder), folder, known_maps,
                                 mendings, progress, mended[ingested.size()]));
    out.records.histories.push_back(
        read_history(folder, list.name, ingested.back().records.lists.front().version, known_maps));
  }
  const std::int64_t arrival = next_arrival(out.records.histories);
  SuspectsOfLists suspects = suspects_of(ingested, config.nobody_words);
  for (std::size_t at = 0; at < ingested.size(); ++at) {
    add_list(ingested[at], at, folder, config, arrival, mended[at], progress, out);
    std::move(suspects.said[at].begin(), suspects.said[at].end(),
              std::back_inserter(out.lists[at].warnings));
  }
  out.suspected = std::move(suspects.names);
  expect_distinct_files(config.lists, out.lists);
  out.records.records = tables::combine(ingested);
  out.warnings = alike_lists(out.records.records, config);
  judge_scope(config.scope, out);
  note_mendings(mendings, mended, out);
  return out;
}

std::vector<tables::MendedCell> mended_cells(const std::vector<persons::MendingHeld>& held) {
  std::vector<tables::MendedCell> cells;
  for (const persons::MendingHeld& one : held)
    cells.push_back({one.record, one.header, one.mending.value});
  return cells;
}

}  // namespace sanaq::investigation
