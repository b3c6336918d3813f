#include "sanaq/investigation/decision_again.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

std::string task_of_decision(const ledger::Decision& before, const ledger::Decision& again) {
  base::Sha256 hash;
  hash.add("sanaq decision again 1\n" + persons::short_name(before.place) + "\n");
  for (std::size_t at = 0; at < again.records.size(); ++at)
    hash.add(again.records[at] + " " + again.cells[at].digest + "\n");
  return hash.hex().substr(0, 32);
}

}  // namespace

DecisionAgain look_again(const ledger::Decision& decision, const RecordsToday& today) {
  DecisionAgain again;
  for (std::size_t at = 0; at < decision.records.size(); ++at) {
    const auto record = today.find(decision.records[at]);
    if (!record)
      again.gone.push_back(decision.records[at]);
    else
      (today.is_as_read(decision, at) ? again.as_read : again.changed).push_back(*record);
  }
  return again;
}

ledger::Decision decided_again(const ledger::Decision& before, const RecordsToday& today,
                               Again which) {
  ledger::Decision again;
  again.verdict = before.verdict;
  again.reason = before.reason;
  for (std::size_t at = 0; at < before.records.size(); ++at) {
    const auto record = today.find(before.records[at]);
    if (!record || (which == Again::as_read && !today.is_as_read(before, at))) continue;
    again.records.push_back(before.records[at]);
    again.cells.push_back(today.cells(*record));
  }
  const bool needs_two =
      before.verdict == ledger::Verdict::same || before.verdict == ledger::Verdict::different;
  if (again.records.size() < (needs_two ? 2U : 1U))
    throw base::Error(
        base::Kind::bad_input,
        base::message("too few of its rows are left for this answer; take the earlier "
                      "answer back instead"));
  again.asked.task = task_of_decision(before, again);
  return again;
}

bool replaces(const ledger::Decision& again, const ledger::Decision& before) {
  std::vector<std::string> one = again.records, other = before.records;
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  return one == other;
}

}  // namespace sanaq::investigation
