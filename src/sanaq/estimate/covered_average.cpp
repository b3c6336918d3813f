#include "sanaq/estimate/covered_average.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "sanaq/estimate/evidence_path.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/estimate/unlisted_grid.h"
#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using Eigen::VectorXd;
using Values = std::vector<double>;

VectorXd view(const Values& values) {
  return Eigen::Map<const VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Values values_of(const VectorXd& vector) { return {vector.begin(), vector.end()}; }

// One class is fitted from its neighbour; two classes from three starts too.
FittedModel fitted_model(const CoverageData& data, const RandomInteractions& model) {
  return {[&data, &model](double unlisted, const Values& start) {
            const CoveredFit fit = fit_covered(data, model, unlisted, view(start));
            return InteractionFit{values_of(fit.parameters), fit.log_posterior, fit.log_evidence};
          },
          [&data, &model](double unlisted) {
            const auto from = [&](double shift, double log_odds) {
              return values_of(covered_start(data, model, unlisted, shift, log_odds));
            };
            if (model.classes == 1) return std::vector<Values>{from(2, -2)};
            return std::vector<Values>{from(2, -2), from(4.5, -2.2), from(1, 0)};
          }};
}

std::vector<EvidencePath> paths_of_all(const CoverageData& data, const PathOptions& along,
                                       int threads, const base::Progress& progress) {
  const auto& models = averaged_models();
  std::vector<EvidencePath> paths(models.size());
  over_averaged_models(threads, progress, [&](std::size_t at) {
    paths[at] = evidence_path(fitted_model(data, models[at]), along);
  });
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
  Others(const CoverageData& data, const std::vector<EvidencePath>& paths)
      : data_(data), paths_(paths) {}

  [[nodiscard]] double draw(std::size_t model, double unlisted, num::Rng& rng) {
    if (data_.groups.size() == 1) return 0;
    const std::size_t at = nearest(paths_[model].unlisted, unlisted);
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
          fit_covered(data_, averaged_models()[model], paths_[model].unlisted[at],
                      view(paths_[model].fits[at].parameters));
      known.mode = fit.parameters;
      known.factor.compute(fit.precision);
    }
    return known;
  }

  const CoverageData& data_;
  const std::vector<EvidencePath>& paths_;
  std::map<std::pair<std::size_t, std::size_t>, Known> known_;
};

// Weights of model and grid cell together, model by model.
struct Weights {
  Values unlisted, edge, mass;
};

Weights weigh(const std::vector<EvidencePath>& paths, const PathOptions& along) {
  Weights weights;
  weights.unlisted = fine_grid_over(along.top, regions_that_matter(paths, along));
  weights.edge = grid_edges(weights.unlisted);
  for (const EvidencePath& path : paths) {
    const Values log_mass = path.log_evidence_at(weights.unlisted);
    for (std::size_t k = 0; k < log_mass.size(); ++k)
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
                                                  const std::vector<DependentLists>& dependent,
                                                  const base::Progress& progress) {
  if (table.lists.size() > covered_lists_max || table.observed() == 0) return std::nullopt;
  const CoverageData data = coverage_data(table, dependent);
  if (std::popcount(data.groups[0].covered) < 3) return std::nullopt;
  CoveredPosterior posterior;
  posterior.observed = table.observed();
  posterior.groups = data.groups;
  const double top = 100 * static_cast<double>(data.groups[0].observed()) + 60;
  const PathOptions along{.top = top};
  const std::vector<EvidencePath> paths = paths_of_all(data, along, threads, progress);
  const Weights weights = weigh(paths, along);
  const std::size_t cells = weights.unlisted.size();
  for (std::size_t at = 0; at < weights.mass.size(); ++at) {
    if (averaged_models()[at / cells].classes == 2) posterior.two_class_weight += weights.mass[at];
    if (weights.unlisted[at % cells] > top / 2) posterior.end_mass += weights.mass[at];
  }
  num::Rng rng(seed, "estimate.covered_average");
  Others others(data, paths);
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
