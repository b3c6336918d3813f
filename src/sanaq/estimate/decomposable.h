// The total averaged exactly over all decomposable graphs of dependence between lists (Madigan and
// York 1997; the R package dga).
//
// Given a graph the cells have a multinomial distribution with a hyper-Dirichlet prior: every cell
// of the full table weighs `delta`, a margin's cell the sum of its own. The evidence is a product
// over vertices v in a perfect order with earlier neighbours N(v): D(N(v) + v) / D(N(v)), with D(A)
// the Dirichlet-multinomial evidence of the margin A (Dawid, Lauritzen 1993, eq. 51 f.). p(N)
// proportional to 1/N unless a prior is given. Sums over whole numbers up to 1,000, beyond by cells
// of a geometric grid.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sanaq/estimate/backtested.h"

namespace sanaq::estimate {

enum class SaturatedGraph {
  left_out,
  kept
};  // kept, it explains any table, and N may collapse to the documented number

struct DecomposableOptions {
  SaturatedGraph saturated = SaturatedGraph::left_out;
  std::optional<double> delta = std::nullopt;  // none: 2^-L, so that the whole table weighs one
  std::optional<TotalPrior> total_prior = std::nullopt;  // none: 1/N
  std::vector<std::uint32_t> dependent = {};  // pairs of lists that every graph joins: masks of two
  int threads = 0;
};

struct GraphWeight {
  std::vector<std::uint32_t> cliques;  // masks of lists, ascending
  double weight = 0;                   // posterior probability
  double mean_unlisted = 0;
};

struct DecomposablePosterior {
  std::int64_t observed = 0;
  std::int64_t graph_count = 0;
  std::vector<double> unlisted, probability;  // grid of the unlisted and its posterior; sums to 1
  std::vector<GraphWeight> graphs;            // the 20 best, best first
  double end_mass = 0;                        // probability above half of the grid's end
};

// `counts`: 2^L values by mask, counts[0] not looked at. 3 <= L <= 7, at least one person.
[[nodiscard]] DecomposablePosterior decomposable_posterior(std::span<const std::int64_t> counts,
                                                           const DecomposableOptions& options);

// "AB C": cliques with the lists' letters.
[[nodiscard]] std::string clique_text(const std::vector<std::uint32_t>& cliques);

}  // namespace sanaq::estimate
