// What a person has to look at: decisions whose row changed, doubtful pairs, records without a
// name, rows that were refused, cells that could not be read.
//
// The screen, programs and the table that is filled in (review_table.h) have the same queue.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/doubtful_pairs.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

enum class TaskKind { setback, pair, person, unnamed, refused_row, bad_cell };

// Records of one task for persons: two are a pair, more are a group.
inline constexpr std::size_t records_of_a_task_max = 6;

struct ReviewTask {
  TaskKind kind = TaskKind::pair;
  // Indices into outcome.records: two, one, or none; of a group of records (`person`) three to six,
  // ascending.
  std::vector<std::uint32_t> records;
  std::string place;          // if there is no record: "hospital:#7", or a table's row
  base::Message why, advice;  // with an empty id if there is nothing to say
  std::string column, value;  // for a cell
  std::string entry;          // for a setback: "3f9a0c12:7"
  // For a pair: doubtful_pairs.h. A group has the change and gain of the pair that gains most.
  double probability = 0, weight_bits = 0, change = 0, gain = 0;
};

// Returns the queue of a linked outcome, the most urgent first: setbacks; pairs by gain, those of
// which a reviewer was unsure last (`decisions` are those in force); records without a name; rows
// that were refused; cells that could not be read.
[[nodiscard]] std::vector<ReviewTask> review_queue(const Outcome& outcome,
                                                   const std::vector<ledger::Decision>& decisions,
                                                   base::Progress& progress,
                                                   GainOf gain = GainOf::persons_and_total);

// Returns the same queue with pairs that share records made one task: who of these three to six is
// one person? A group stands where its first pair stood, and behind the others if somebody was
// unsure of it as a whole. Pairs that hang together with more than six records, and those of which
// somebody was unsure, stay as they are.
[[nodiscard]] std::vector<ReviewTask> grouped(const Outcome& outcome,
                                              const std::vector<ledger::Decision>& decisions,
                                              std::vector<ReviewTask> tasks);

// Returns what a task is, in the catalogue's language, for a column of a table.
[[nodiscard]] std::string task_word(TaskKind kind, const base::Catalog& catalog);
// Returns the same for programs: "setback", "pair", "person", "unnamed", "row" or "cell".
[[nodiscard]] std::string_view task_name(TaskKind kind);
// Returns what there is to say about a task besides its rows; "" if there is nothing.
[[nodiscard]] std::string task_reason(const ReviewTask& task, const base::Catalog& catalog);

}  // namespace sanaq::investigation
