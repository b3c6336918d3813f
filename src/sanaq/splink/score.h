// All pairs that a Splink model's rules bring together, weighed: in blocks, on threads, without a
// string for a pair wherever facts of the values will do.
#pragma once
#include "sanaq/splink/pair_finder.h"

namespace sanaq::splink {

struct PairsWanted {
  double probability_min = 0;                    // of a pair to be kept
  double join_from = 0.5;                        // of a pair to be joined
  const std::vector<bool>* leave_out = nullptr;  // records that meet nobody
  bool across_lists_only = false;
};

struct Weighing {
  std::shared_ptr<WeighedPairs> pairs;
  std::vector<JoinedPair> joined;
  std::int64_t candidate_pairs = 0;
  std::vector<std::int64_t> pairs_of_rule;  // before those that an earlier rule found are dropped
  double seconds_scoring = 0;
};

// The same pairs in the same order on any number of threads. `model`: the levels' own, or the one
// that was learnt from it. The table's columns and the model must outlive the pairs; what is
// blocked is used up.
[[nodiscard]] Weighing weigh_pairs(const std::shared_ptr<const Levels>& levels, const Model& model,
                                   BlockedTable blocked, const PairsWanted& wanted,
                                   link::Workers& workers, base::Progress& progress);

// The same of a table as it stands.
[[nodiscard]] Weighing weigh_pairs(const record::RecordTable& table, const Model& model,
                                   const PairsWanted& wanted, link::Workers& workers,
                                   base::Progress& progress);

}  // namespace sanaq::splink
