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

// The saturated graph explains any table; if it is kept, N may collapse to the documented number.
enum class SaturatedGraph { left_out, kept };

struct DecomposableOptions {
  SaturatedGraph saturated = SaturatedGraph::left_out;
  std::optional<double> delta = std::nullopt;  // absent: 2^-L, so that the whole table weighs one
  std::optional<TotalPrior> total_prior = std::nullopt;  // absent: 1/N
  std::vector<std::uint32_t> dependent = {};  // masks of two lists that every graph joins
  int threads = 0;
  const base::Progress* progress = nullptr;  // if there is one, it is asked whether to stop
};

struct GraphWeight {
  std::vector<std::uint32_t> cliques;  // masks of lists, ascending
  double weight = 0;                   // posterior probability
  double mean_unlisted = 0;
};

struct DecomposablePosterior {
  std::int64_t observed = 0;
  std::int64_t graph_count = 0;
  std::vector<double> unlisted, probability;  // a grid of the unlisted, and its posterior
  std::vector<GraphWeight> graphs;            // the 20 best, best first
  double end_mass = 0;                        // probability above half of the grid's end
};

// `counts` has 2^L values by mask; counts[0] is ignored. 3 <= L <= 7, and at least one person.
[[nodiscard]] DecomposablePosterior decomposable_posterior(std::span<const std::int64_t> counts,
                                                           const DecomposableOptions& options);

// Returns the cliques with the lists' letters: "AB C".
[[nodiscard]] std::string clique_text(const std::vector<std::uint32_t>& cliques);

}  // namespace sanaq::estimate
