// From a table that was filled in to decisions: an answer is taken where its rows still say what
// was shown, once, and never for another record.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/review_table.h"

namespace sanaq::investigation {

struct AnsweredDecisions {
  std::vector<ledger::Decision> decisions;  // without `by`; in the order of the rows
  std::vector<base::Message> notes;         // rows of which nothing was taken, and why
  std::int64_t blank = 0;                   // rows without an answer
  std::int64_t known = 0;                   // answers that the ledger has, and that are in force
};

// `entered`: every decision that the ledger has (decisions_entered); `in_force`: those that count.
// Not taken, and said by row and record: rows that no longer say what was shown; two answers on the
// same records that differ; an answer that needs two records where there is one; an answer that was
// taken in before and is no longer in force. Throws Error{bad_input} naming row and cell for a word
// that is no answer: then nothing of the table is to be entered.
[[nodiscard]] AnsweredDecisions decisions_from_answers(
    const ReviewTable& table, const std::string& file, const Outcome& outcome,
    const std::vector<ledger::Decision>& entered, const std::vector<ledger::Decision>& in_force);

// Rows of a table whose answer or reason the ledger does not have: who replaces the table loses
// them. `outcome` knows what the rows say now; nullptr: an answer on the same records counts as the
// same answer, whatever they said.
[[nodiscard]] std::vector<std::int64_t> rows_not_taken(const ReviewTable& table,
                                                       const std::vector<ledger::Decision>& entered,
                                                       const Outcome* outcome);

}  // namespace sanaq::investigation
