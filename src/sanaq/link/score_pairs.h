// All pairs that the rules find, weighed by the model: those that are worth keeping, and how many
// matches the cut loses.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "sanaq/link/block_rules.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/kept_pairs.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

struct ScoredPairs {
  std::vector<Candidate> edges;  // sorted by (left, right)
  std::vector<double> cut;       // by pair of lists: matches among pairs that were not kept
  std::int64_t pairs = 0;        // that were weighed
};

// `kept`: pairs that were kept when `counts` were counted, if they were; where they are not all
// that this model finds worth weighing, the pairs are visited again. The same on any number of
// threads.
[[nodiscard]] ScoredPairs score_pairs(const PreparedRecords& records, const std::vector<Key>& keys,
                                      const std::vector<Rule>& rules, const PairModel& model,
                                      const PatternCounts& counts, std::unique_ptr<KeptPairs> kept,
                                      Crew& crew);

}  // namespace sanaq::link
