// From an answer to one task of the review queue to the decisions that are to be entered.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sanaq/investigation/records_today.h"
#include "sanaq/persons/contradicted_decisions.h"

namespace sanaq::investigation {

struct TaskAnswer {
  std::string task;                  // NextTask::id
  std::string chosen;                // NextTask::chosen
  std::vector<std::string> records;  // identities, as they were shown: two to six
  std::vector<std::string> digests;  // exchange::shown_digest of each, as it was shown
  ledger::Verdict verdict = ledger::Verdict::same;
  // Places in `records` that the verdict speaks of; empty: of all. `same` on some of a group: these
  // are one person, and each of the others is somebody else. `out_of_scope` and what like it is
  // said of a record alone: which records.
  std::vector<std::size_t> about;
  std::string reason;
  std::optional<std::int64_t> seconds;
  bool saw_weight = false;
  // The reviewer has seen what the answer contradicts, and stays with it.
  bool insists = false;
};

// What is to be entered, as one act: without `by`, all with the same task.
struct AnswerToEnter {
  std::vector<ledger::Decision> decisions;
  bool was_entered = false;  // the same answer to the same task stands already; nothing to enter
};

// Why nothing may be entered as yet. What is empty is no reason.
struct AnswerConflict {
  // Records that no longer say what was shown: identities, and the record as it is now, absent if
  // it is gone. Nothing overrides this; the task must be looked at again.
  struct Changed {
    std::string identity;
    std::optional<std::uint32_t> now;
  };
  std::vector<Changed> changed;
  // Decisions in force that would have no effect any more, or that answered the same task
  // otherwise.
  std::vector<ledger::Decision> earlier;
  // Records of a list with `duplicates = false` that would become one person.
  std::vector<persons::TwiceOnAList> twice;
  bool can_insist = false;  // entering it all the same is possible (TaskAnswer::insists)
};

// `standing` is ledger::decisions_standing(). An answer to a task that was shown again
// (chosen: "again") may differ from the earlier one on the same records: that is what is asked.
// Throws Error{bad_input} for an answer that is none: records and digests that do not fit, a place
// that there is not, `same` or `different` on fewer than two records.
[[nodiscard]] std::variant<AnswerToEnter, AnswerConflict> decisions_of(
    const TaskAnswer& answer, const RecordsToday& today,
    const std::vector<ledger::Decision>& standing);

// Returns the entries that are one act with this one, itself included, in their order: those of the
// same writer with the same task. Undoing it retracts them all.
[[nodiscard]] std::vector<ledger::EntryPlace> entries_of_act(
    const std::vector<ledger::Decision>& standing, const ledger::EntryPlace& place);

}  // namespace sanaq::investigation
