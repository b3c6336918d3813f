#include "sanaq/estimate/decomposable.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/estimate/chordal.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

constexpr double exact_to = 1000;    // whole numbers one by one up to here
constexpr double grid_ratio = 1.01;  // then cells that grow by 1 %
constexpr double negligible =
    -50;  // log weight of a graph against the best one, below which it cannot be seen
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

// log D(A) on the grid, for one margin A: only its cell of those on no list depends on the
// unlisted.
Values margin_evidence(std::span<const std::int64_t> counts, std::uint32_t margin, double delta,
                       const Grid& grid, double observed) {
  const double cells = static_cast<double>(counts.size());
  const double cell_weight =
      delta * cells / static_cast<double>(std::uint32_t{1} << std::popcount(margin));
  std::vector<double> sums(counts.size());
  for (std::size_t mask = 1; mask < counts.size(); ++mask)
    sums[mask & margin] += static_cast<double>(counts[mask]);
  double fixed = 0;
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    if ((mask & margin) == mask && sums[mask] > 0)
      fixed += num::log_gamma(sums[mask] + cell_weight) - num::log_gamma(cell_weight);
  }
  const double all_weight = delta * cells;
  Values evidence;
  for (const double unlisted : grid.unlisted) {
    evidence.push_back(
        fixed + num::log_gamma(sums[0] + unlisted + cell_weight) - num::log_gamma(cell_weight) -
        num::log_gamma(observed + unlisted + all_weight) + num::log_gamma(all_weight));
  }
  return evidence;
}

struct Problem {
  int lists = 0;
  Grid grid;
  Values common;  // what every graph shares: multinomial coefficient, prior of N, widths
  std::vector<Values> evidence;  // log D(A) by mask of lists

  void add_graph(const PerfectOrder& order, Values& log_mass) const {
    log_mass = common;
    for (std::size_t step = 0; step < static_cast<std::size_t>(lists); ++step) {
      const Values& with = evidence[order[step].earlier | (1u << order[step].vertex)];
      const Values& without = evidence[order[step].earlier];
      for (std::size_t k = 0; k < log_mass.size(); ++k) log_mass[k] += with[k] - without[k];
    }
  }
};

Problem make_problem(std::span<const std::int64_t> counts, const DecomposableOptions& options,
                     double observed) {
  Problem problem;
  problem.lists = std::countr_zero(counts.size());
  problem.grid = make_grid(100 * observed + 60);
  const double delta = options.delta.value_or(1 / static_cast<double>(counts.size()));
  for (std::uint32_t margin = 0; margin < counts.size(); ++margin) {
    problem.evidence.push_back(margin_evidence(counts, margin, delta, problem.grid, observed));
  }
  for (std::size_t k = 0; k < problem.grid.unlisted.size(); ++k) {
    const double unlisted = problem.grid.unlisted[k], total = observed + unlisted;
    problem.common.push_back(num::log_gamma(total + 1) - num::log_gamma(unlisted + 1) +
                             log_prior_ratio(options.total_prior, total) - std::log(total) +
                             problem.grid.log_width[k]);
  }
  return problem;
}

// Work on [from, to) of the graphs; results by chunk, so that their sum has one order.
template <typename Work>
void over_graphs(std::size_t graph_count, int threads, const Work& work) {
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t chunk) {
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
  posterior.graph_count = static_cast<std::int64_t>(graphs.size());
  const std::size_t cells = problem.grid.unlisted.size();

  Values highest(graphs.size());
  over_graphs(graphs.size(), options.threads, [&](std::size_t, std::size_t from, std::size_t to) {
    Values log_mass;
    for (std::size_t graph = from; graph < to; ++graph) {
      problem.add_graph(*perfect_order(graphs[graph], problem.lists), log_mass);
      highest[graph] = *std::max_element(log_mass.begin(), log_mass.end());
    }
  });
  const double reference = *std::max_element(highest.begin(), highest.end());

  std::vector<Values> mass(chunks, Values(cells, 0.0));
  Values weight(graphs.size(), 0.0), first_moment(graphs.size(), 0.0);
  over_graphs(graphs.size(), options.threads,
              [&](std::size_t chunk, std::size_t from, std::size_t to) {
                Values log_mass;
                for (std::size_t graph = from; graph < to; ++graph) {
                  if (highest[graph] - reference < negligible) continue;
                  problem.add_graph(*perfect_order(graphs[graph], problem.lists), log_mass);
                  for (std::size_t k = 0; k < cells; ++k) {
                    const double value = std::exp(log_mass[k] - reference);
                    mass[chunk][k] += value;
                    weight[graph] += value;
                    first_moment[graph] += value * problem.grid.unlisted[k];
                  }
                }
              });

  posterior.unlisted = problem.grid.unlisted;
  posterior.probability.assign(cells, 0.0);
  for (const Values& part : mass) {
    for (std::size_t k = 0; k < cells; ++k) posterior.probability[k] += part[k];
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
                      return weight[a] != weight[b] ? weight[a] > weight[b] : graphs[a] < graphs[b];
                    });
  for (std::size_t at = 0; at < shown && weight[order[at]] > 0; ++at) {
    const std::size_t graph = order[at];
    posterior.graphs.push_back(
        {cliques(*perfect_order(graphs[graph], problem.lists), problem.lists),
         weight[graph] / everything, first_moment[graph] / weight[graph]});
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
