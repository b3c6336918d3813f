// A linked outcome of invented people, made by hand, for tests of what waits for review: who is one
// person, and how surely, as the test says.
#pragma once
#include <string>
#include <vector>

#include "persons/a_linked_register.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

using persons::AnInventedList;
using persons::invented_lists;

// Records in the order of the lists; every record in scope; `person_of` as link gives it.
inline Outcome linked_outcome(const std::vector<AnInventedList>& lists,
                              std::vector<std::uint32_t> person_of, std::vector<link::Pair> pairs) {
  const std::vector<tables::IngestedList> read = persons::ingested(lists);
  Outcome outcome;
  outcome.folder = "town";
  for (const tables::IngestedList& list : read) {
    ListReport report;
    report.name = list.records.lists.front().name;
    report.bad_cells = list.bad_cells;
    report.refused_rows = list.refused;
    outcome.lists.push_back(std::move(report));
    settings::ListConfig config;
    config.name = outcome.lists.back().name;
    outcome.config.lists.push_back(std::move(config));
  }
  outcome.list_fields = persons::list_fields(read);
  outcome.config.estimate.method = estimate::Method::chao;
  static_cast<persons::Register&>(outcome) =
      persons::linked_register(read, std::move(person_of), std::move(pairs));
  return outcome;
}

inline ledger::Decision decision_on(const Outcome& outcome, ledger::Verdict verdict,
                                    const std::vector<std::uint32_t>& records,
                                    std::int64_t seq = 0) {
  return persons::decision_on(outcome, outcome.list_fields, verdict, records, seq);
}

}  // namespace sanaq::investigation
