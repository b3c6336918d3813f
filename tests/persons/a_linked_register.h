// A linked register of invented people, made by hand, for tests of what waits for review: who is
// one person, and how surely, as the test says.
#pragma once
#include <string>
#include <vector>

#include "sanaq/persons/decisions.h"
#include "sanaq/persons/register.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::persons {

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

inline std::vector<tables::IngestedList> ingested(const std::vector<AnInventedList>& lists) {
  base::Progress silent;
  std::vector<tables::IngestedList> all;
  for (const AnInventedList& list : lists) {
    tables::ListSource source;
    source.name = list.name;
    source.path = list.name + ".csv";
    source.one_per_person = list.one_per_person;
    all.push_back(tables::ingest_bytes(source, list.csv, silent));
  }
  return all;
}

// FIELDs that each list has.
inline ListFields list_fields(const std::vector<tables::IngestedList>& lists) {
  ListFields fields;
  for (const tables::IngestedList& list : lists) fields.push_back(fields_of(list.records));
  return fields;
}

// Records in the order of the lists; every record in scope; `person_of` as link gives it.
inline Register linked_register(const std::vector<tables::IngestedList>& lists,
                                std::vector<std::uint32_t> person_of,
                                std::vector<link::Pair> pairs) {
  Register all;
  for (const tables::IngestedList& list : lists) {
    ListHistory history;
    history.list = list.records.lists.front().name;
    add_version(history, "1", history.list + ".csv", list.records.identities, 1);
    all.arrivals.insert(all.arrivals.end(), history.arrivals.begin(), history.arrivals.end());
    all.histories.push_back(std::move(history));
  }
  all.records = tables::combine(lists);
  const std::size_t count = all.records.record_count();
  all.in_scope.assign(count, true);
  all.record_ids = all.origins = all.records.identities;
  all.link.person_of = std::move(person_of);
  all.link.probability.assign(count, 1);
  const record::Column* names = all.records.find(record::Field::name);
  for (std::size_t at = 0; at < count; ++at)
    all.link.is_linkable.push_back(!names->values[names->codes[at]].empty());
  all.link.pairs = std::move(pairs);
  all.persons = persons_of(all.records, all.link, all.in_scope, all.record_ids, all.arrivals);
  return all;
}

inline ledger::Decision decision_on(const Register& all, const ListFields& fields,
                                    ledger::Verdict verdict,
                                    const std::vector<std::uint32_t>& records,
                                    std::int64_t seq = 0) {
  ledger::Decision decision;
  decision.verdict = verdict;
  for (const std::uint32_t record : records) {
    decision.records.push_back(all.records.identities[record]);
    decision.cells.push_back(cells_read(all.records, fields, record));
  }
  if (seq > 0) decision.place = {std::string(64, 'a'), seq};
  decision.by = "A reviewer";
  decision.time = "2026-11-29T08:00:00Z";
  return decision;
}

}  // namespace sanaq::persons
