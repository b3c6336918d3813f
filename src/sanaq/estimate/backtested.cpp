#include "sanaq/estimate/backtested.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/estimate/two_classes.h"
#include "sanaq/num/logspace.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using Values = std::vector<double>;

constexpr int fine_points = 400;
constexpr double fine_from = 30;
constexpr std::size_t starts_every = 8;
constexpr double normal_90 = 1.6448536269514722;

Values coarse_grid(double top, int points) {
  Values grid{0};
  for (int i = 0; i < points; ++i) {
    const double value =
        std::floor(0.5 * std::pow(top / 0.5, static_cast<double>(i) / (points - 1)) + 0.5);
    if (value > grid.back()) grid.push_back(value);
  }
  return grid;
}

Values fine_grid(double top) {
  Values grid;
  for (double k = 0; k <= std::min(fine_from, top); ++k) grid.push_back(k);
  for (int i = 0; i < fine_points; ++i) {
    const double value = std::floor(
        fine_from * std::pow(top / fine_from, static_cast<double>(i) / (fine_points - 1)) + 0.5);
    if (value > grid.back()) grid.push_back(value);
  }
  return grid;
}

VectorXd with_unlisted(std::span<const std::int64_t> counts, double unlisted) {
  VectorXd y(static_cast<Index>(counts.size()));
  for (std::size_t s = 1; s < counts.size(); ++s)
    y[static_cast<Index>(s)] = static_cast<double>(counts[s]);
  y[0] = unlisted;
  return y;
}

Values one_class_path(std::span<const std::int64_t> counts, const Values& grid,
                      const RandomInteractions& model) {
  Values evidence, parameters;
  for (const double k : grid) {
    InteractionFit fit = fit_one_class(with_unlisted(counts, k), model, parameters);
    evidence.push_back(fit.log_evidence);
    parameters = std::move(fit.parameters);
  }
  return evidence;
}

// Three starts at every eighth point of the grid, then the neighbours' optima passed upwards and
// downwards; the best is kept.
Values two_class_path(std::span<const std::int64_t> counts, const Values& grid,
                      const RandomInteractions& model) {
  std::vector<InteractionFit> best(grid.size());
  const auto consider = [&](std::size_t at, const Values& start) {
    InteractionFit fit = fit_two_classes(with_unlisted(counts, grid[at]), model, start);
    if (best[at].parameters.empty() || fit.log_posterior > best[at].log_posterior)
      best[at] = std::move(fit);
  };
  for (std::size_t at = 0; at < grid.size(); at += starts_every) {
    const VectorXd y = with_unlisted(counts, grid[at]);
    for (const TwoClassStart start :
         {TwoClassStart{2, -2}, TwoClassStart{4.5, -2.2}, TwoClassStart{1, 0}}) {
      consider(at, two_class_start(y, start));
    }
  }
  for (std::size_t at = 1; at < grid.size(); ++at) consider(at, Values(best[at - 1].parameters));
  for (std::size_t at = grid.size() - 1; at > 0; --at)
    consider(at - 1, Values(best[at].parameters));
  Values evidence;
  for (const InteractionFit& fit : best) evidence.push_back(fit.log_evidence);
  return evidence;
}

// Natural cubic spline through (x, y), evaluated at ascending points within or beyond the ends.
Values spline(const Values& x, const Values& y, const Values& points) {
  const std::size_t n = x.size();
  Values curvature(n, 0.0), right(n, 0.0);  // tridiagonal sweep for the second derivatives
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
    const double share = before / (before + after), pivot = share * curvature[i - 1] + 2;
    curvature[i] = (share - 1) / pivot;
    const double bend = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
    right[i] = (6 * bend / (before + after) - share * right[i - 1]) / pivot;
  }
  curvature[n - 1] = 0;
  for (std::size_t i = n - 1; i-- > 0;)
    curvature[i] = i == 0 ? 0 : curvature[i] * curvature[i + 1] + right[i];
  Values values;
  std::size_t at = 0;
  for (const double point : points) {
    while (at + 2 < n && point > x[at + 1]) ++at;
    const double width = x[at + 1] - x[at], a = (x[at + 1] - point) / width, b = 1 - a;
    values.push_back(a * y[at] + b * y[at + 1] +
                     ((a * a * a - a) * curvature[at] + (b * b * b - b) * curvature[at + 1]) *
                         width * width / 6);
  }
  return values;
}

Values shifted_logs(const Values& grid) {
  Values logs;
  for (const double k : grid) logs.push_back(std::log(k + 0.5));
  return logs;
}

// Cell k owns the whole numbers nearest to it: [edge[k], edge[k+1]).
Values edges(const Values& grid) {
  Values edge{-0.5};
  for (std::size_t k = 1; k < grid.size(); ++k) edge.push_back((grid[k - 1] + grid[k]) / 2);
  edge.push_back(grid.back() + 0.5);
  return edge;
}

// The density of the prior of N against the flat 1/N that the model has.
double log_prior_ratio(const std::optional<TotalPrior>& prior, double total) {
  if (!prior || total <= 0) return 0;
  const double centre = (std::log(prior->low) + std::log(prior->high)) / 2;
  const double sd = (std::log(prior->high) - std::log(prior->low)) / (2 * normal_90);
  const double off = (std::log(total) - centre) / sd;
  return -0.5 * off * off - std::log(sd);
}

std::vector<Values> evidence_of_all(std::span<const std::int64_t> counts, const Values& grid,
                                    int threads) {
  const auto& models = averaged_models();
  std::vector<Values> evidence(models.size());
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    // The two-class models take longest: they come first, one a task, and results are placed by
    // index.
    tbb::parallel_for(
        std::size_t{0}, models.size(),
        [&](std::size_t turn) {
          const std::size_t at = models.size() - 1 - turn;
          evidence[at] = models[at].classes == 1 ? one_class_path(counts, grid, models[at])
                                                 : two_class_path(counts, grid, models[at]);
        },
        tbb::simple_partitioner());
  });
  return evidence;
}

}  // namespace

const std::vector<RandomInteractions>& averaged_models() {
  static const std::vector<RandomInteractions> models = [] {
    std::vector<RandomInteractions> all;
    for (const double mean : {0.0, 0.4, 0.8, 1.2}) {
      for (const double sd : {0.05, 0.2, 0.5, 1.0}) {
        for (const double higher : {0.3, 1.0}) all.push_back({sd, mean, higher, 1});
      }
    }
    for (const double sd : {0.05, 0.2, 0.5, 1.0}) {
      for (const double higher : {0.3, 1.0}) all.push_back({sd, 0, higher, 2});
    }
    return all;
  }();
  return models;
}

BacktestedPosterior backtested_posterior(std::span<const std::int64_t> counts,
                                         const BacktestedOptions& options) {
  base::check(std::has_single_bit(counts.size()) && counts.size() >= 8 && counts.size() <= 256,
              "three to eight lists");
  BacktestedPosterior posterior;
  posterior.observed = std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0});
  base::check(posterior.observed > 0, "somebody is on a list");
  const double n = static_cast<double>(posterior.observed), top = 100 * n + 60;
  const Values grid = coarse_grid(top, options.coarse_points), x = shifted_logs(grid);
  posterior.unlisted = fine_grid(top);
  const Values points = shifted_logs(posterior.unlisted), edge = edges(posterior.unlisted);
  const std::vector<Values> evidence = evidence_of_all(counts, grid, options.threads);

  const std::size_t cells = posterior.unlisted.size();
  std::vector<Values> log_mass;  // model by cell
  Values everything;
  for (const Values& path : evidence) {
    Values mass = spline(x, path, points);
    for (std::size_t k = 0; k < cells; ++k) {
      mass[k] += std::log(edge[k + 1] - edge[k]) +
                 log_prior_ratio(options.total_prior, n + posterior.unlisted[k]);
    }
    everything.push_back(num::log_sum_exp(mass));
    log_mass.push_back(std::move(mass));
  }
  const double log_total = num::log_sum_exp(everything);
  posterior.probability.assign(cells, 0.0);
  for (std::size_t model = 0; model < log_mass.size(); ++model) {
    posterior.model_weight.push_back(std::exp(everything[model] - log_total));
    if (averaged_models()[model].classes == 2)
      posterior.two_class_weight += posterior.model_weight.back();
    for (std::size_t k = 0; k < cells; ++k)
      posterior.probability[k] += std::exp(log_mass[model][k] - log_total);
  }
  for (std::size_t k = 0; k < cells; ++k) {
    if (posterior.unlisted[k] > top / 2) posterior.end_mass += posterior.probability[k];
  }
  return posterior;
}

double BacktestedPosterior::unlisted_quantile(double level) const {
  base::check(level > 0 && level < 1, "a quantile's level lies between 0 and 1");
  const Values edge = edges(unlisted);
  double below = 0;
  for (std::size_t k = 0; k < unlisted.size(); ++k) {
    if (below + probability[k] < level && k + 1 < unlisted.size()) {
      below += probability[k];
      continue;
    }
    const double low = std::log(std::max(edge[k], 0.0) + 0.5), high = std::log(edge[k + 1] + 0.5);
    const double share =
        probability[k] > 0 ? std::clamp((level - below) / probability[k], 0.0, 1.0) : 0.5;
    return std::floor(std::exp(low + share * (high - low)) - 0.5 + 0.5);
  }
  return unlisted.back();
}

double BacktestedPosterior::mean_unlisted() const {
  double mean = 0;
  for (std::size_t k = 0; k < unlisted.size(); ++k) mean += unlisted[k] * probability[k];
  return mean;
}

}  // namespace sanaq::estimate
