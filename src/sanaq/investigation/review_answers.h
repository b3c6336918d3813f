// Makes decisions from a table that was filled in. An answer is taken once, only if its rows still
// say what was shown, and never for another record.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/investigation/review_table.h"

namespace sanaq::investigation {

// What one row of the table does.
struct AnsweredRow {
  enum class Effect { enters, known, joins, none };  // joins: an earlier row says the same
  std::int64_t row = 0;                              // as a spreadsheet shows it
  Effect effect = Effect::none;
  std::optional<std::size_t> decision;     // of `enters` and `joins`: index into decisions
  std::optional<ledger::Verdict> verdict;  // as the answer was read; absent without an answer
  base::Message why_not;                   // of `none`; one of the notes
};

struct AnsweredDecisions {
  std::vector<ledger::Decision> decisions;  // without `by`; in the order of the rows
  std::vector<AnsweredRow> rows;            // those with an answer or a reason, in their order
  std::vector<base::Message> notes;         // rows from which nothing was taken, and why
  std::int64_t blank = 0;                   // number of rows without an answer
  std::int64_t known = 0;                   // number of answers that the ledger has, in force
};

// `entered` are all decisions that the ledger has (decisions_entered), `in_force` those that count.
// Not taken, and reported by row and record, are rows that no longer say what was shown; two
// different answers on the same records; an answer that needs two records where there is one; and
// an answer that was entered before and is no longer in force. Throws Error{bad_input}, naming row
// and cell, for a word that is not an answer; nothing of the table may then be entered.
[[nodiscard]] AnsweredDecisions decisions_from_answers(
    const ReviewTable& table, const std::string& file, const Outcome& outcome,
    const std::vector<ledger::Decision>& entered, const std::vector<ledger::Decision>& in_force);

// Returns the rows of a table whose answer or reason the ledger does not have, and which would be
// lost if the table were replaced. `outcome` knows what the rows say now; if it is nullptr, an
// answer on the same records counts as the same answer, whatever they said.
[[nodiscard]] std::vector<std::int64_t> rows_not_taken(const ReviewTable& table,
                                                       const std::vector<ledger::Decision>& entered,
                                                       const Outcome* outcome);

}  // namespace sanaq::investigation
