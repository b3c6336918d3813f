// How often two strangers agree by chance, depending on their lists: u of one field by group of
// lists (pair_space.h). Two lists in two languages never have a word in common, two in one language
// have the same word far more often than lists on average, and an age agrees with a year of birth
// in another way than two days of birth.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// Returns [group][level]; each group adds up to 1. It is for features other than whole names
// (name_chance.h). Equality is counted, other levels are drawn (drawn_pairs.h); if few draws tell
// about a group, its u is drawn towards `of_all`, that of all pairs. It is empty if all pairs are
// one group, or if u is known otherwise.
[[nodiscard]] std::vector<std::vector<double>> chance_by_group(std::size_t feature,
                                                               Comparer& comparer,
                                                               const PairSpace& space,
                                                               const std::vector<double>& of_all,
                                                               std::uint64_t seed);

}  // namespace sanaq::link
