// How often two whole names agree by chance, level by level.
//
// Names that agree strongly are so rare among any two records that drawing records would not meet
// them: pairs are drawn in three strata (names that share two sounding parts, one part, none), each
// weighed by how many pairs it has. Matches are among these pairs too; EM takes them out.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// u of each level of a feature of kind name, over all pairs and of each group of lists
// (pair_space.h); each adds up to 1. What few draws tell of a group is drawn towards all pairs.
struct NameChance {
  std::vector<double> of_all;
  std::vector<std::vector<double>> by_group;
};
// Draws from the 2^17 records with the smallest marks, by their marks (drawn_pairs.h).
[[nodiscard]] NameChance name_chance(std::size_t feature, Comparer& comparer,
                                     const PairSpace& space, std::uint64_t seed);

}  // namespace sanaq::link
