// How often two different persons agree by chance: u, exactly from the frequencies for equality, by
// drawn pairs for the rest. Pairs are drawn by the records' marks (pair_space.h, drawn_pairs.h), so
// that nearly all stay the same when a row elsewhere changes.
#pragma once
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"

namespace sanaq::link {

// u of every level of every feature, each at least a little above 0.
[[nodiscard]] std::vector<std::vector<double>> chance_agreement(
    const std::vector<Feature>& features, Comparer& comparer,
    const std::vector<std::uint64_t>& marks, std::uint64_t seed);

// The same of one feature of the comparer's.
[[nodiscard]] std::vector<double> chance_agreement_of(std::size_t feature, Comparer& comparer,
                                                      const std::vector<std::uint64_t>& marks,
                                                      std::uint64_t seed);

// Chance agreement of `child` among pairs that agree exactly on `parent`, with the matches among
// them taken out: (q - rho m) / (1 - rho), rho the share of matches among those pairs.
// `parent_level`: only where its value is of this level of equality; -1: of whichever.
[[nodiscard]] std::vector<double> chance_agreement_given(
    const std::vector<Feature>& features, Comparer& comparer, std::size_t parent, std::size_t child,
    const std::vector<double>& child_m, double rho, const std::vector<std::uint64_t>& marks,
    std::uint64_t seed, int parent_level = -1);

}  // namespace sanaq::link
