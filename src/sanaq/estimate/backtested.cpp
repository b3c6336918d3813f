#include "sanaq/estimate/backtested.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/estimate/two_classes.h"
#include "sanaq/estimate/unlisted_grid.h"
#include "sanaq/num/logspace.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using Values = std::vector<double>;

constexpr std::size_t starts_every = 8;

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

std::vector<Values> evidence_of_all(std::span<const std::int64_t> counts, const Values& grid,
                                    const BacktestedOptions& options) {
  const auto models = averaged_models_with(options.dependent);
  std::vector<Values> evidence(models.size());
  over_averaged_models(options.threads, [&](std::size_t at) {
    evidence[at] = models[at].classes == 1 ? one_class_path(counts, grid, models[at])
                                           : two_class_path(counts, grid, models[at]);
  });
  return evidence;
}

}  // namespace

// The two-class models stand last and take longest: they come first, one a task.
void over_averaged_models(int threads, const std::function<void(std::size_t)>& work) {
  const std::size_t models = averaged_models().size();
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(
        std::size_t{0}, models, [&](std::size_t turn) { work(models - 1 - turn); },
        tbb::simple_partitioner());
  });
}

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

std::vector<RandomInteractions> averaged_models_with(const std::vector<std::uint32_t>& dependent) {
  std::vector<RandomInteractions> models = averaged_models();
  for (RandomInteractions& model : models) model.dependent = dependent;
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
  const Values points = shifted_logs(posterior.unlisted), edge = grid_edges(posterior.unlisted);
  const std::vector<Values> evidence = evidence_of_all(counts, grid, options);

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
    for (std::size_t k = 0; k < cells; ++k) {
      log_mass[model][k] = std::exp(log_mass[model][k] - log_total);
      posterior.probability[k] += log_mass[model][k];
    }
    posterior.by_model.push_back(std::move(log_mass[model]));
  }
  for (std::size_t k = 0; k < cells; ++k) {
    if (posterior.unlisted[k] > top / 2) posterior.end_mass += posterior.probability[k];
  }
  return posterior;
}

double BacktestedPosterior::unlisted_quantile(double level) const {
  return grid_quantile(unlisted, probability, level);
}

double BacktestedPosterior::mean_unlisted() const {
  double mean = 0;
  for (std::size_t k = 0; k < unlisted.size(); ++k) mean += unlisted[k] * probability[k];
  return mean;
}

}  // namespace sanaq::estimate
