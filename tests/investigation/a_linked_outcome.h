// A linked outcome of invented people, made by hand, for tests of what waits for review: who is one
// person, and how surely, as the test says.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/investigation/register.h"
#include "sanaq/investigation/result_digests.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {

struct AnInventedList {
  std::string name, csv;
  bool one_per_person = false;
};

// Three lists: a hospital, a morgue (without ids) and a union.
inline std::vector<AnInventedList> invented_lists() {
  return {{"hospital",
           "id,name,birth,remark\n1,Aibar Tanbaev,1970-02-03,=1+1\n2,Alibek Munarov,1977-01-02,\n"},
          {"morgue", "name,birth\nTanbayev A.,1970\nMunarov Alibek,1977-01-02\n"},
          {"union", "id,name,birth\nu1,Айбар Танбаев,1970-02-03\nu2,,1981-05-06\n"}};
}

// Records in the order of the lists; every record in scope; `person_of` as link gives it.
inline Outcome linked_outcome(const std::vector<AnInventedList>& lists,
                              std::vector<std::uint32_t> person_of, std::vector<link::Pair> pairs) {
  base::Progress silent;
  Outcome outcome;
  outcome.folder = "town";
  std::vector<tables::IngestedList> ingested;
  for (const AnInventedList& list : lists) {
    tables::ListSource source;
    source.name = list.name;
    source.path = list.name + ".csv";
    source.one_per_person = list.one_per_person;
    ingested.push_back(tables::ingest_bytes(source, list.csv, silent));
    const record::RecordTable& records = ingested.back().records;
    ListHistory history;
    history.list = list.name;
    take_version(history, "1", list.name + ".csv", records.identities, 1);
    outcome.arrivals.insert(outcome.arrivals.end(), history.arrivals.begin(),
                            history.arrivals.end());
    outcome.histories.push_back(std::move(history));
    outcome.list_fields.push_back(fields_of(records));
    ListReport report;
    report.name = list.name;
    report.bad_cells = ingested.back().bad_cells;
    report.refused_rows = ingested.back().refused;
    outcome.lists.push_back(std::move(report));
    ListConfig config;
    config.name = list.name;
    outcome.config.lists.push_back(std::move(config));
  }
  outcome.records = tables::combine(ingested);
  outcome.config.estimate.method = estimate::Method::chao;
  const std::size_t count = outcome.records.record_count();
  outcome.in_scope.assign(count, true);
  outcome.record_ids = outcome.origins = outcome.records.identities;
  outcome.link.person_of = std::move(person_of);
  outcome.link.probability.assign(count, 1);
  const record::Column* names = outcome.records.find(record::Field::name);
  for (std::size_t at = 0; at < count; ++at)
    outcome.link.is_linkable.push_back(!names->values[names->codes[at]].empty());
  outcome.link.pairs = std::move(pairs);
  outcome.persons = persons_of(outcome.records, outcome.link, outcome.in_scope, outcome.record_ids,
                               outcome.arrivals);
  return outcome;
}

inline ledger::Decision decision_on(const Outcome& outcome, ledger::Verdict verdict,
                                    const std::vector<std::uint32_t>& records,
                                    std::int64_t seq = 0) {
  ledger::Decision decision;
  decision.verdict = verdict;
  for (const std::uint32_t record : records) {
    decision.records.push_back(outcome.records.identities[record]);
    decision.cells.push_back(cells_read(outcome.records, outcome.list_fields, record));
  }
  if (seq > 0) decision.place = {std::string(64, 'a'), seq};
  decision.by = "A reviewer";
  decision.time = "2026-11-29T08:00:00Z";
  return decision;
}

}  // namespace sanaq::investigation
