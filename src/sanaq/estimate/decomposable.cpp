#include "sanaq/estimate/decomposable.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "sanaq/base/check.h"
#include "sanaq/estimate/chordal.h"
#include "sanaq/estimate/lane_targets.h"
#include "sanaq/estimate/lanes.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

constexpr double exact_to = 1000;    // whole numbers one by one up to here
constexpr double grid_ratio = 1.01;  // then cells that grow by 1 %
// Log weight against the best graph's best cell, below which a graph, or a part of its grid, cannot
// be seen. Judged on every eighth cell; the margin is for what lies between.
constexpr double negligible = -60;
constexpr std::size_t graphs_shown = 20;
constexpr std::size_t chunks = 64;  // fixed, so that sums do not depend on the number of threads

struct Grid {
  Values unlisted, log_width;
};

Grid make_grid(double top) {
  Grid grid;
  double first = 0;  // of the cell's whole numbers
  while (first <= top) {
    const double last = first < exact_to ? first : std::floor(first * grid_ratio);
    grid.unlisted.push_back((first + last) / 2);
    grid.log_width.push_back(std::log(last - first + 1));
    first = last + 1;
  }
  return grid;
}

constexpr std::size_t lane_total = static_cast<std::size_t>(lane_count);

std::size_t blocks_of(std::size_t values) { return (values + lane_total - 1) / lane_total; }

// `value(k)` at the first `count` places; `beyond` in what is left of the last block.
template <typename Value>
LaneVector in_lanes(std::size_t count, double beyond, const Value& value) {
  LaneVector blocks(blocks_of(count), lanes(beyond));
  for (std::size_t k = 0; k < count; ++k) blocks[k / lane_total][k % lane_total] = value(k);
  return blocks;
}

// log D(A) on the grid, for one margin A, but for what all margins share: only its cell of those on
// no list depends on the unlisted. `shared`: log Gamma(all weights) / Gamma(N + all weights).
LaneVector margin_evidence(std::span<const std::int64_t> counts, std::uint32_t margin, double delta,
                           const Grid& grid, const Values& shared) {
  const double cells = static_cast<double>(counts.size());
  const double cell_weight =
      delta * cells / static_cast<double>(std::uint32_t{1} << std::popcount(margin));
  std::vector<double> sums(counts.size());
  for (std::size_t mask = 1; mask < counts.size(); ++mask)
    sums[mask & margin] += static_cast<double>(counts[mask]);
  const double log_gamma_weight = num::log_gamma(cell_weight);
  double fixed = 0;
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    if ((mask & margin) == mask && sums[mask] > 0)
      fixed += num::log_gamma(sums[mask] + cell_weight) - log_gamma_weight;
  }
  return in_lanes(grid.unlisted.size(), 0, [&](std::size_t k) {
    return fixed + num::log_gamma(sums[0] + grid.unlisted[k] + cell_weight) - log_gamma_weight +
           shared[k];
  });
}

// The evidence of a graph: each clique's margin once, each separator's taken away as often as it
// parts cliques. What a perfect order adds and takes away again is left out.
struct GraphTerms {
  static constexpr std::size_t terms_max = std::size_t{2} * chordal_vertices_max;
  std::array<std::uint8_t, terms_max> margin{};
  std::array<double, terms_max> times{};
  std::size_t count = 0;
};

GraphTerms terms_of(const PerfectOrder& order, int lists) {
  GraphTerms terms;
  const auto add = [&](std::uint32_t margin, double times) {
    if (margin == 0) return;  // log D of nothing is 0
    std::size_t at = 0;
    while (at < terms.count && terms.margin[at] != margin) ++at;
    if (at == terms.count) terms.margin[terms.count++] = static_cast<std::uint8_t>(margin);
    terms.times[at] += times;
  };
  for (std::size_t step = 0; step < static_cast<std::size_t>(lists); ++step) {
    add(order[step].earlier | (1u << order[step].vertex), 1);
    add(order[step].earlier, -1);
  }
  GraphTerms left;
  for (std::size_t at = 0; at < terms.count; ++at) {
    if (terms.times[at] == 0) continue;
    left.margin[left.count] = terms.margin[at];
    left.times[left.count++] = terms.times[at];
  }
  return left;
}

// Log masses of a graph on a grid: `common` is what every graph shares (multinomial coefficient,
// prior of N, widths), `evidence` log D(A) by mask of lists.
struct LogMasses {
  LaneVector common;
  std::vector<LaneVector> evidence;

  [[nodiscard]] SANAQ_INLINE Lanes at(const GraphTerms& terms, std::size_t block) const {
    Lanes value = common[block];
    for (std::size_t term = 0; term < terms.count; ++term)
      value += terms.times[term] * evidence[terms.margin[term]][block];
    return value;
  }
};

// Every eighth value: the first lane of each block.
LaneVector thinned(const LaneVector& values, double beyond) {
  return in_lanes(values.size(), beyond, [&](std::size_t block) { return values[block][0]; });
}

struct Problem {
  int lists = 0;
  Grid grid;
  LaneVector unlisted;
  LogMasses fine, coarse;  // on the grid; on every eighth of its cells
};

constexpr double nowhere = -1e300;

Problem make_problem(std::span<const std::int64_t> counts, const DecomposableOptions& options,
                     double observed) {
  Problem problem;
  problem.lists = std::countr_zero(counts.size());
  problem.grid = make_grid(100 * observed + 60);
  const Values& unlisted = problem.grid.unlisted;
  const double delta = options.delta.value_or(1 / static_cast<double>(counts.size()));
  const double all_weight = delta * static_cast<double>(counts.size());
  Values shared;
  for (const double value : unlisted)
    shared.push_back(num::log_gamma(all_weight) - num::log_gamma(observed + value + all_weight));
  for (std::uint32_t margin = 0; margin < counts.size(); ++margin) {
    problem.fine.evidence.push_back(margin_evidence(counts, margin, delta, problem.grid, shared));
    problem.coarse.evidence.push_back(thinned(problem.fine.evidence.back(), 0));
  }
  problem.fine.common = in_lanes(unlisted.size(), nowhere, [&](std::size_t k) {
    const double total = observed + unlisted[k];
    return num::log_gamma(total + 1) - num::log_gamma(unlisted[k] + 1) +
           log_prior_ratio(options.total_prior, total) - std::log(total) +
           problem.grid.log_width[k];
  });
  problem.coarse.common = thinned(problem.fine.common, nowhere);
  problem.unlisted = in_lanes(unlisted.size(), 0, [&](std::size_t k) { return unlisted[k]; });
  return problem;
}

SANAQ_FOR_EVERY_PROCESSOR double highest_of(const LogMasses& masses, const GraphTerms& terms) {
  Lanes highest = lanes(nowhere);
  for (std::size_t block = 0; block < masses.common.size(); ++block)
    highest = larger(highest, masses.at(terms, block));
  double most = highest[0];
  for (int lane = 1; lane < lane_count; ++lane) most = std::max(most, highest[lane]);
  return most;
}

// Blocks of the fine grid outside of which the graph cannot be seen.
std::pair<std::size_t, std::size_t> seen_blocks(const LogMasses& coarse, const GraphTerms& terms,
                                                std::size_t blocks, double reference) {
  std::size_t first = blocks, end = 0;
  for (std::size_t group = 0; group < coarse.common.size(); ++group) {
    const Lanes values = coarse.at(terms, group);
    for (std::size_t lane = 0; lane < lane_total; ++lane) {
      const std::size_t block = group * lane_total + lane;
      if (block >= blocks || values[lane] - reference < negligible) continue;
      first = std::min(first, block == 0 ? 0 : block - 1);
      end = std::min(blocks, block + 1);
    }
  }
  return {first, end};
}

struct GraphMass {
  double weight = 0, first_moment = 0;
};

// Adds the graph's mass, as a part of e^reference, to `mass`.
SANAQ_FOR_EVERY_PROCESSOR GraphMass add_mass(const Problem& problem, const GraphTerms& terms,
                                             std::size_t first, std::size_t end, double reference,
                                             LaneVector& mass) {
  Lanes weight = lanes(0), moment = lanes(0);
  for (std::size_t block = first; block < end; ++block) {
    const Lanes value = exp_lanes(problem.fine.at(terms, block) - reference);
    mass[block] += value;
    weight += value;
    moment += value * problem.unlisted[block];
  }
  GraphMass sum;
  for (int lane = 0; lane < lane_count; ++lane) {
    sum.weight += weight[lane];
    sum.first_moment += moment[lane];
  }
  return sum;
}

// Work on [from, to) of the graphs; results by chunk, so that their sum has one order.
template <typename Work>
void over_graphs(std::size_t graph_count, const DecomposableOptions& options, const Work& work) {
  tbb::task_arena arena(options.threads > 0 ? options.threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t chunk) {
      if (options.progress != nullptr) options.progress->throw_if_stopped();
      work(chunk, graph_count * chunk / chunks, graph_count * (chunk + 1) / chunks);
    });
  });
}

}  // namespace

DecomposablePosterior decomposable_posterior(std::span<const std::int64_t> counts,
                                             const DecomposableOptions& options) {
  base::check(std::has_single_bit(counts.size()) && counts.size() >= 8 && counts.size() <= 128,
              "three to seven lists");
  DecomposablePosterior posterior;
  posterior.observed = std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0});
  base::check(posterior.observed > 0, "somebody is on a list");
  const Problem problem = make_problem(counts, options, static_cast<double>(posterior.observed));
  std::vector<std::uint32_t> graphs = chordal_graphs(problem.lists);
  if (options.saturated == SaturatedGraph::left_out)
    graphs.pop_back();  // all edges: the largest number
  const std::uint32_t joined = edges_of(options.dependent);
  std::erase_if(graphs, [joined](std::uint32_t edges) { return (edges & joined) != joined; });
  base::check(!graphs.empty(), "a graph joins the pairs that are said to depend");
  posterior.graph_count = static_cast<std::int64_t>(graphs.size());
  const std::size_t cells = problem.grid.unlisted.size();

  Values highest(graphs.size());
  over_graphs(graphs.size(), options, [&](std::size_t, std::size_t from, std::size_t to) {
    for (std::size_t graph = from; graph < to; ++graph) {
      highest[graph] = highest_of(
          problem.coarse, terms_of(*perfect_order(graphs[graph], problem.lists), problem.lists));
    }
  });
  const double reference = *std::max_element(highest.begin(), highest.end());

  const std::size_t blocks = blocks_of(cells);
  std::vector<LaneVector> mass(chunks, LaneVector(blocks, lanes(0)));
  std::vector<GraphMass> found(graphs.size());
  over_graphs(graphs.size(), options, [&](std::size_t chunk, std::size_t from, std::size_t to) {
    for (std::size_t graph = from; graph < to; ++graph) {
      if (highest[graph] - reference < negligible) continue;
      const GraphTerms terms =
          terms_of(*perfect_order(graphs[graph], problem.lists), problem.lists);
      const auto [first, end] = seen_blocks(problem.coarse, terms, blocks, reference);
      found[graph] = add_mass(problem, terms, first, end, reference, mass[chunk]);
    }
  });

  posterior.unlisted = problem.grid.unlisted;
  posterior.probability.assign(cells, 0.0);
  for (const LaneVector& part : mass) {
    for (std::size_t k = 0; k < cells; ++k)
      posterior.probability[k] += part[k / lane_total][k % lane_total];
  }
  const double everything =
      std::accumulate(posterior.probability.begin(), posterior.probability.end(), 0.0);
  for (std::size_t k = 0; k < cells; ++k) {
    posterior.probability[k] /= everything;
    if (posterior.unlisted[k] > posterior.unlisted.back() / 2)
      posterior.end_mass += posterior.probability[k];
  }
  std::vector<std::size_t> order(graphs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t shown = std::min(graphs_shown, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
                    [&](std::size_t a, std::size_t b) {
                      return found[a].weight != found[b].weight ? found[a].weight > found[b].weight
                                                                : graphs[a] < graphs[b];
                    });
  for (std::size_t at = 0; at < shown && found[order[at]].weight > 0; ++at) {
    const std::size_t graph = order[at];
    posterior.graphs.push_back(
        {cliques(*perfect_order(graphs[graph], problem.lists), problem.lists),
         found[graph].weight / everything, found[graph].first_moment / found[graph].weight});
  }
  return posterior;
}

std::string clique_text(const std::vector<std::uint32_t>& cliques) {
  std::string text;
  for (const std::uint32_t clique : cliques) {
    if (!text.empty()) text += ' ';
    for (std::uint32_t rest = clique; rest != 0; rest &= rest - 1)
      text += static_cast<char>('A' + std::countr_zero(rest));
  }
  return text;
}

}  // namespace sanaq::estimate
