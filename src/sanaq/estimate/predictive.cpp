#include "sanaq/estimate/predictive.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/num/chains.h"

namespace sanaq::estimate {
namespace {

using Eigen::VectorXd;

constexpr int replicates = 400;
constexpr double weight_min = 0.01;

std::vector<PredictedCell> observed_cells(const CoverageData& data) {
  std::vector<PredictedCell> cells;
  const std::uint32_t all = (1U << data.lists) - 1;
  for (const CoverageGroup& group : data.groups) {
    for (std::uint32_t mask = 1; mask < group.counts.size(); ++mask) {
      if ((mask & ~group.covered) == 0)
        cells.push_back({mask, all & ~group.covered, group.counts[mask], 0, 0, 0});
    }
  }
  return cells;
}

CoveredFit best_fit(const CoverageData& data, const WeightedFit& at) {
  const RandomInteractions& model = averaged_models()[at.model];
  CoveredFit best =
      fit_covered(data, model, at.unlisted, covered_start(data, model, at.unlisted, 2, -2));
  if (model.classes == 1) return best;
  for (const auto& [shift, log_odds] : {std::pair{4.5, -2.2}, std::pair{1.0, 0.0}}) {
    CoveredFit other = fit_covered(data, model, at.unlisted,
                                   covered_start(data, model, at.unlisted, shift, log_odds));
    if (other.log_posterior > best.log_posterior) best = std::move(other);
  }
  return best;
}

double distance(const std::vector<double>& counts, const std::vector<double>& means) {
  double sum = 0;
  for (std::size_t cell = 0; cell < counts.size(); ++cell)
    sum += std::pow(std::sqrt(counts[cell]) - std::sqrt(means[cell]), 2);
  return sum;
}

}  // namespace

void Replicates::add(const std::vector<double>& means, num::Rng& rng) {
  base::check(means.size() == cells_.size(), "one mean a cell");
  drawn_.resize(cells_.size());
  mean_sum_.resize(cells_.size());
  std::vector<double> seen, replicate;
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    seen.push_back(static_cast<double>(cells_[cell].observed));
    replicate.push_back(static_cast<double>(rng.poisson(means[cell])));
    drawn_[cell].push_back(replicate.back());
    mean_sum_[cell] += means[cell];
  }
  farther_ += distance(replicate, means) >= distance(seen, means) ? 1 : 0;
  ++count_;
}

Prediction Replicates::prediction() const {
  base::check(count_ > 0, "there is a replicate");
  Prediction prediction{cells_, static_cast<double>(farther_) / static_cast<double>(count_)};
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    std::vector<double> sorted = drawn_[cell];
    std::sort(sorted.begin(), sorted.end());
    prediction.cells[cell].expected = mean_sum_[cell] / static_cast<double>(count_);
    prediction.cells[cell].low = std::floor(num::quantile_sorted(sorted, 0.05));
    prediction.cells[cell].high = std::ceil(num::quantile_sorted(sorted, 0.95));
  }
  return prediction;
}

std::vector<WeightedFit> fits_that_matter(const std::vector<double>& unlisted,
                                          const std::vector<std::vector<double>>& by_model) {
  std::vector<WeightedFit> fits;
  for (std::size_t model = 0; model < by_model.size(); ++model) {
    const double weight = std::accumulate(by_model[model].begin(), by_model[model].end(), 0.0);
    if (weight < weight_min) continue;
    for (const auto& [level, share] : {std::pair{0.1, 0.3}, {0.5, 0.4}, {0.9, 0.3}}) {
      double below = 0;
      std::size_t at = 0;
      while (at + 1 < unlisted.size() && below + by_model[model][at] < level * weight)
        below += by_model[model][at++];
      fits.push_back({model, unlisted[at], weight * share});
    }
  }
  return fits;
}

Prediction predict_cells(const CoverageData& data, const std::vector<WeightedFit>& fits,
                         std::uint64_t seed) {
  double all = 0;
  for (const WeightedFit& fit : fits) all += fit.weight;
  num::Rng rng(seed, "estimate.predictive");
  Replicates gathered(observed_cells(data));
  double passed = 0, next = 0.5 * all / replicates;
  for (const WeightedFit& at : fits) {
    passed += at.weight;
    if (next >= passed) continue;
    const CoveredFit fit = best_fit(data, at);
    const Eigen::LLT<Eigen::MatrixXd> factor(fit.precision);
    for (; next < passed; next += all / replicates) {
      VectorXd noise(fit.parameters.size());
      for (double& value : noise) value = rng.normal();
      const VectorXd there = fit.parameters + factor.matrixU().solve(noise);
      gathered.add(cell_means(data, averaged_models()[at.model], there), rng);
    }
  }
  return gathered.prediction();
}

}  // namespace sanaq::estimate
