#include "sanaq/estimate/covered_average.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "sanaq/estimate/total_prior.h"
#include "sanaq/estimate/unlisted_grid.h"
#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using Eigen::VectorXd;
using Values = std::vector<double>;

constexpr int coarse_points = 24;
constexpr std::size_t starts_every = 8;

struct Path {
  Values evidence;
  std::vector<VectorXd> parameters;
};

// One class is fitted upwards from its neighbour; two classes from three starts and from both
// neighbours, the best is kept.
Path path_of(const CoverageData& data, const Values& grid, const RandomInteractions& model) {
  std::vector<std::optional<CoveredFit>> best(grid.size());
  const auto consider = [&](std::size_t at, const VectorXd& start) {
    CoveredFit fit = fit_covered(data, model, grid[at], start);
    if (!best[at] || fit.log_posterior > best[at]->log_posterior) best[at] = std::move(fit);
  };
  consider(0, covered_start(data, model, grid[0], 2, -2));
  if (model.classes == 2) {
    for (std::size_t at = 0; at < grid.size(); at += starts_every) {
      consider(at, covered_start(data, model, grid[at], 2, -2));
      consider(at, covered_start(data, model, grid[at], 4.5, -2.2));
      consider(at, covered_start(data, model, grid[at], 1, 0));
    }
  }
  for (std::size_t at = 1; at < grid.size(); ++at) consider(at, best[at - 1]->parameters);
  for (std::size_t at = grid.size() - 1; model.classes == 2 && at > 0; --at)
    consider(at - 1, best[at]->parameters);
  Path path;
  for (auto& fit : best) {
    path.evidence.push_back(fit->log_evidence);
    path.parameters.push_back(std::move(fit->parameters));
  }
  return path;
}

std::vector<Path> paths_of_all(const CoverageData& data, const Values& grid, int threads) {
  const auto& models = averaged_models();
  std::vector<Path> paths(models.size());
  over_averaged_models(threads,
                       [&](std::size_t at) { paths[at] = path_of(data, grid, models[at]); });
  return paths;
}

std::size_t nearest(const Values& grid, double value) {
  const auto after = std::lower_bound(grid.begin(), grid.end(), value);
  if (after == grid.begin()) return 0;
  if (after == grid.end()) return grid.size() - 1;
  const auto at = static_cast<std::size_t>(after - grid.begin());
  return (value + 0.5) * (value + 0.5) < (grid[at] + 0.5) * (grid[at - 1] + 0.5) ? at - 1 : at;
}

// Numbers of the other groups' unlisted, given a model and the base's unlisted.
class Others {
 public:
  Others(const CoverageData& data, const Values& grid, const std::vector<Path>& paths)
      : data_(data), grid_(grid), paths_(paths) {}

  [[nodiscard]] double draw(std::size_t model, double unlisted, num::Rng& rng) {
    if (data_.groups.size() == 1) return 0;
    const std::size_t at = nearest(grid_, unlisted);
    const Known& known = look_up(model, at);
    VectorXd noise(known.mode.size());
    for (double& value : noise) value = rng.normal();
    const VectorXd there = known.mode + known.factor.matrixU().solve(noise);
    const Values odds = unlisted_odds(data_, averaged_models()[model], there);
    double sum = 0;
    for (std::size_t group = 1; group < odds.size(); ++group) {
      const double mean =
          rng.gamma(static_cast<double>(data_.groups[group].observed())) * odds[group];
      sum += mean < 0x1p53 ? static_cast<double>(rng.poisson(mean)) : mean;
    }
    return sum;
  }

 private:
  struct Known {
    VectorXd mode;
    Eigen::LLT<Eigen::MatrixXd> factor;
  };
  const Known& look_up(std::size_t model, std::size_t at) {
    auto& known = known_[{model, at}];
    if (known.mode.size() == 0) {
      const CoveredFit fit =
          fit_covered(data_, averaged_models()[model], grid_[at], paths_[model].parameters[at]);
      known.mode = fit.parameters;
      known.factor.compute(fit.precision);
    }
    return known;
  }

  const CoverageData& data_;
  const Values& grid_;
  const std::vector<Path>& paths_;
  std::map<std::pair<std::size_t, std::size_t>, Known> known_;
};

// Weights of model and grid cell together, model by model.
struct Weights {
  Values unlisted, edge, mass;
};

Weights weigh(const std::vector<Path>& paths, const Values& grid, double top) {
  Weights weights;
  weights.unlisted = fine_grid(top);
  weights.edge = grid_edges(weights.unlisted);
  const Values x = shifted_logs(grid), points = shifted_logs(weights.unlisted);
  for (const Path& path : paths) {
    const Values log_mass = spline(x, path.evidence, points);
    for (std::size_t k = 0; k < points.size(); ++k)
      weights.mass.push_back(log_mass[k] + std::log(weights.edge[k + 1] - weights.edge[k]));
  }
  const double all = num::log_sum_exp(weights.mass);
  for (double& mass : weights.mass) mass = std::exp(mass - all);
  return weights;
}

Values under_prior(const Values& unlisted, std::int64_t observed, const TotalPrior& prior,
                   std::uint64_t seed) {
  Values totals, kept;
  for (const double value : unlisted) totals.push_back(value + static_cast<double>(observed));
  for (const std::size_t draw : draws_under_prior(totals, prior, seed).kept)
    kept.push_back(unlisted[draw]);
  return kept;
}

}  // namespace

CoverageData coverage_data(const CaptureTable& table,
                           const std::vector<DependentLists>& dependent) {
  CoverageData data;
  data.dependent = dependent_masks(dependent, table.lists);
  data.lists = static_cast<int>(table.lists.size());
  const std::uint32_t all = (1U << data.lists) - 1;
  std::map<std::uint32_t, CoverageGroup> groups;
  for (const Cell& cell : table.cells) {
    if (cell.count == 0) continue;
    CoverageGroup& group = groups[all & ~cell.not_covered];
    group.covered = all & ~cell.not_covered;
    group.counts.resize(std::size_t{1} << data.lists);
    group.counts[cell.listed] += cell.count;
  }
  for (auto& [covered, group] : groups) data.groups.push_back(std::move(group));
  std::stable_sort(
      data.groups.begin(), data.groups.end(), [](const CoverageGroup& a, const CoverageGroup& b) {
        const int lists_a = std::popcount(a.covered), lists_b = std::popcount(b.covered);
        return lists_a != lists_b ? lists_a > lists_b : a.observed() > b.observed();
      });
  return data;
}

std::optional<CoveredPosterior> covered_posterior(const CaptureTable& table,
                                                  const std::optional<TotalPrior>& prior, int draws,
                                                  std::uint64_t seed, int threads,
                                                  const std::vector<DependentLists>& dependent) {
  if (table.lists.size() > covered_lists_max || table.observed() == 0) return std::nullopt;
  const CoverageData data = coverage_data(table, dependent);
  if (std::popcount(data.groups[0].covered) < 3) return std::nullopt;
  CoveredPosterior posterior;
  posterior.observed = table.observed();
  posterior.groups = data.groups;
  const double top = 100 * static_cast<double>(data.groups[0].observed()) + 60;
  const Values grid = coarse_grid(top, coarse_points);
  const std::vector<Path> paths = paths_of_all(data, grid, threads);
  const Weights weights = weigh(paths, grid, top);
  const std::size_t cells = weights.unlisted.size();
  for (std::size_t at = 0; at < weights.mass.size(); ++at) {
    if (averaged_models()[at / cells].classes == 2) posterior.two_class_weight += weights.mass[at];
    if (weights.unlisted[at % cells] > top / 2) posterior.end_mass += weights.mass[at];
  }
  num::Rng rng(seed, "estimate.covered_average");
  Others others(data, grid, paths);
  Values cumulative;
  for (const double mass : weights.mass)
    cumulative.push_back((cumulative.empty() ? 0 : cumulative.back()) + mass);
  for (int draw = 0; draw < draws; ++draw) {
    const auto found = std::lower_bound(cumulative.begin(), cumulative.end() - 1,
                                        rng.uniform() * cumulative.back());
    const auto at = static_cast<std::size_t>(found - cumulative.begin());
    const double first = std::max(0.0, std::ceil(weights.edge[at % cells])),
                 last = std::ceil(weights.edge[at % cells + 1]) - 1;
    const double base =
        first +
        static_cast<double>(rng.below(static_cast<std::uint64_t>(std::max(0.0, last - first)) + 1));
    posterior.unlisted.push_back(base + others.draw(at / cells, base, rng));
  }
  if (prior) posterior.unlisted = under_prior(posterior.unlisted, posterior.observed, *prior, seed);
  return posterior;
}

}  // namespace sanaq::estimate
