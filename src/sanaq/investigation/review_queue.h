// What a person has to look at: decisions whose row changed, doubtful pairs, records without a
// name, rows that were refused, cells that could not be read.
//
// The screen, programs and the table that is filled in (review_table.h) have the same queue.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

enum class TaskKind { setback, pair, unnamed, refused_row, bad_cell };

struct ReviewTask {
  TaskKind kind = TaskKind::pair;
  std::vector<std::uint32_t> records;  // indices into outcome.records: two, one, or none
  std::string place;                   // if there is no record: "hospital:#7", or a table's row
  base::Message why, advice;           // with an empty id if there is nothing to say
  std::string column, value;           // for a cell
  std::string entry;                   // for a setback: "3f9a0c12:7"
  double probability = 0, weight_bits = 0, change = 0, gain = 0;  // for a pair: doubtful_pairs.h
};

// Returns the queue of a linked outcome, the most urgent first: setbacks; pairs by gain, those of
// which a reviewer was unsure last (`decisions` are those in force); records without a name; rows
// that were refused; cells that could not be read.
[[nodiscard]] std::vector<ReviewTask> review_queue(const Outcome& outcome,
                                                   const std::vector<ledger::Decision>& decisions,
                                                   base::Progress& progress);

// Returns "pair", "decision", "no name", "row" or "cell" in the catalogue's language, for a column
// of a table.
[[nodiscard]] std::string task_word(TaskKind kind, const base::Catalog& catalog);
// Returns the same for programs: "setback", "pair", "unnamed", "row" or "cell".
[[nodiscard]] std::string_view task_name(TaskKind kind);
// Returns what there is to say about a task besides its rows; "" if there is nothing.
[[nodiscard]] std::string task_reason(const ReviewTask& task, const base::Catalog& catalog);

}  // namespace sanaq::investigation
