// What waits for a person's eye: decisions whose row changed, doubtful pairs, records without a
// name, rows that were refused, cells that could not be read.
//
// One queue for the screen, for programs and for the table that is filled in (review_table.h).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

enum class TaskKind { setback, pair, unnamed, refused_row, bad_cell };

struct ReviewTask {
  TaskKind kind = TaskKind::pair;
  std::vector<std::uint32_t> records;  // of outcome.records: two, one, or none
  std::string place;                   // where there is no record: "hospital:#7", or a table's row
  base::Message why, advice;           // empty ids: nothing to say
  std::string column, value;           // of a cell
  std::string entry;                   // of a setback: "3f9a0c12:7"
  double probability = 0, weight_bits = 0, change = 0, gain = 0;  // of a pair: doubtful_pairs.h
};

// The queue of a linked outcome, the first most urgent: setbacks; pairs by gain, those behind the
// others of which a reviewer was unsure (`decisions`: those in force); records without a name; rows
// that were refused; cells that could not be read.
[[nodiscard]] std::vector<ReviewTask> review_queue(const Outcome& outcome,
                                                   const std::vector<ledger::Decision>& decisions,
                                                   base::Progress& progress);

// "pair", "decision", "no name", "row", "cell", for a column of a table.
[[nodiscard]] std::string task_word(TaskKind kind, const base::Catalog& catalog);
// The same for programs: setback, pair, unnamed, row, cell.
[[nodiscard]] std::string_view task_name(TaskKind kind);
// What there is to say of a task beside its rows; "" for nothing.
[[nodiscard]] std::string task_reason(const ReviewTask& task, const base::Catalog& catalog);

}  // namespace sanaq::investigation
