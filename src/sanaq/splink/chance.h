// How often two records agree by chance: u of each level of a Splink model's comparison, from the
// frequencies of its values.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/parallel.h"
#include "sanaq/splink/level_finder.h"

namespace sanaq::splink {

// By level, of pairs of records of which neither side is null (of which no level that is null
// holds), so that they add up to 1.
//
// Equal values exactly: sum c (c - 1) / n (n - 1) over the values' counts c. Different values of a
// comparison of one column: all pairs of distinct values where there are at most 4,096; else the
// 2,048 most frequent and 2,048 drawn from the others by their frequency, which stand for all of
// them. A comparison that looks at more: all pairs of at most 1,024 drawn records. What is drawn
// depends on the seed and on what the records say, not on their order.
[[nodiscard]] std::vector<double> chance_of_levels(const record::RecordTable& table,
                                                   const Levels& levels, std::size_t comparison,
                                                   std::uint64_t seed, link::Workers& workers,
                                                   base::Progress& progress);

}  // namespace sanaq::splink
