// How often two strangers agree by chance on the lists that they stand on: u of one field by group
// of lists (pair_space.h). Two lists in two languages never have a word in common, and two in one
// language have the same word far more often than any two do; an age agrees with a year of birth in
// another way than two days of birth.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// [group][level], each adds up to 1; for features other than whole names (name_chance.h). Equality
// is counted, the rest drawn (drawn_pairs.h); what few draws tell of a group is drawn towards
// `of_all`, u of all pairs. Empty where all pairs are one group, or u is told by something else.
[[nodiscard]] std::vector<std::vector<double>> chance_by_group(std::size_t feature,
                                                               Comparer& comparer,
                                                               const PairSpace& space,
                                                               const std::vector<double>& of_all,
                                                               std::uint64_t seed);

}  // namespace sanaq::link
