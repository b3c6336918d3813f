// How often two different persons agree by chance: u, for equality exactly from the frequencies,
// and otherwise from drawn pairs. Pairs are drawn by the records' marks (pair_space.h,
// drawn_pairs.h), so that nearly all stay the same if a row elsewhere changes.
#pragma once
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"

namespace sanaq::link {

// Returns u of every level of every feature, each at least a little above 0.
[[nodiscard]] std::vector<std::vector<double>> chance_agreement(
    const std::vector<Feature>& features, Comparer& comparer,
    const std::vector<std::uint64_t>& marks, std::uint64_t seed);

// Returns the same for one of the comparer's features.
[[nodiscard]] std::vector<double> chance_agreement_of(std::size_t feature, Comparer& comparer,
                                                      const std::vector<std::uint64_t>& marks,
                                                      std::uint64_t seed);

// Returns the chance agreement of `child` among pairs that agree exactly on `parent`, with the
// matches among them removed: (q - rho m) / (1 - rho), where rho is the share of matches among
// those pairs. If `parent_level` is not -1, only values of this level of equality of the parent are
// used.
[[nodiscard]] std::vector<double> chance_agreement_given(
    const std::vector<Feature>& features, Comparer& comparer, std::size_t parent, std::size_t child,
    const std::vector<double>& child_m, double rho, const std::vector<std::uint64_t>& marks,
    std::uint64_t seed, int parent_level = -1);

}  // namespace sanaq::link
