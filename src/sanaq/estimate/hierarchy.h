// Hierarchical log-linear models of the presence on lists: which interactions of lists a model has.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::estimate {

// A set of interactions: masks of two lists or more, ordered by size, then mask. With an
// interaction all those inside it are there; all lists have their main effect; the interaction of
// all lists is never there (data without those on no list cannot show it).
using Hierarchy = std::vector<std::uint32_t>;

inline constexpr int all_hierarchies_lists_max = 5;

// Every hierarchy of 2 to 5 lists: 1, 8, 113, 6,893. Always in the same order, the one without
// interactions first.
[[nodiscard]] std::vector<Hierarchy> all_hierarchies(int lists);

// Those that differ from `model` by one interaction, in the same order always.
[[nodiscard]] std::vector<Hierarchy> neighbours(const Hierarchy& model, int lists);

// Its largest interactions and the lists in none: "AB AC D", list 0 is A.
[[nodiscard]] std::string hierarchy_name(const Hierarchy& model, int lists);

}  // namespace sanaq::estimate
