// Hierarchical log-linear models of the presence on lists: which interactions of lists a model has.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::estimate {

// A set of interactions, as masks of two lists or more, ordered by size, then by mask. With an
// interaction it contains all those inside it. Every list has its main effect; the interaction of
// all lists is never included, since data without the persons on no list cannot show it.
using Hierarchy = std::vector<std::uint32_t>;

inline constexpr int all_hierarchies_lists_max = 5;

// Returns every hierarchy of 2 to 5 lists (1, 8, 113 and 6,893 of them), always in the same order,
// the one without interactions first.
[[nodiscard]] std::vector<Hierarchy> all_hierarchies(int lists);

// Returns those that differ from `model` by one interaction, always in the same order.
[[nodiscard]] std::vector<Hierarchy> neighbours(const Hierarchy& model, int lists);

// Returns the name of a model: its largest interactions and the lists in none of them, such as
// "AB AC D", where list 0 is A.
[[nodiscard]] std::string hierarchy_name(const Hierarchy& model, int lists);

}  // namespace sanaq::estimate
