// The pairs that are handed out: those that are probable enough.
#pragma once
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/prepared_records.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// Of at least options.pair_probability_min, by the records' numbers in the table, sorted.
// `probabilities` has one a candidate; the levels are those of the features.
[[nodiscard]] std::vector<Pair> likely_pairs(const PreparedRecords& records,
                                             const std::vector<Candidate>& edges,
                                             const std::vector<double>& probabilities,
                                             Comparer& comparer);

}  // namespace sanaq::link
