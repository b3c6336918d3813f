// How often two whole names agree by chance, level by level.
//
// Names that agree strongly are so rare among random pairs of records that drawing records would
// not find them. Pairs are drawn in three strata (names that share two sounding parts, one part,
// none), each weighed by its number of pairs. Matches are among these pairs too; EM removes them.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// u of each level of a feature of kind name, over all pairs and for each group of lists
// (pair_space.h); each adds up to 1. If few draws tell about a group, its u is drawn towards that
// of all pairs.
struct NameChance {
  std::vector<double> of_all;
  std::vector<std::vector<double>> by_group;
};
// Draws from the 2^17 records with the smallest marks, by their marks (drawn_pairs.h).
[[nodiscard]] NameChance name_chance(std::size_t feature, Comparer& comparer,
                                     const PairSpace& space, std::uint64_t seed);

}  // namespace sanaq::link
