#include "sanaq/estimate/backtested.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/estimate/evidence_path.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/estimate/two_classes.h"
#include "sanaq/estimate/unlisted_grid.h"
#include "sanaq/num/logspace.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using Values = std::vector<double>;

VectorXd with_unlisted(std::span<const std::int64_t> counts, double unlisted) {
  VectorXd y(static_cast<Index>(counts.size()));
  for (std::size_t s = 1; s < counts.size(); ++s)
    y[static_cast<Index>(s)] = static_cast<double>(counts[s]);
  y[0] = unlisted;
  return y;
}

FittedModel fitted_model(std::span<const std::int64_t> counts, const RandomInteractions& model) {
  if (model.classes == 1) {
    return {[counts, model](double unlisted, const Values& start) {
              return fit_one_class(with_unlisted(counts, unlisted), model, start);
            },
            [](double /*unlisted*/) { return std::vector<Values>{{}}; }};
  }
  return {[counts, model](double unlisted, const Values& start) {
            return fit_two_classes(with_unlisted(counts, unlisted), model, start);
          },
          [counts](double unlisted) {
            std::vector<Values> starts;
            const VectorXd y = with_unlisted(counts, unlisted);
            for (const TwoClassStart start :
                 {TwoClassStart{2, -2}, TwoClassStart{4.5, -2.2}, TwoClassStart{1, 0}})
              starts.push_back(two_class_start(y, start));
            return starts;
          }};
}

// Where the posterior of some model that matters lies, and where the prior does.
std::vector<GridRegion> narrow_regions(const std::vector<EvidencePath>& paths,
                                       const PathOptions& along, const BacktestedOptions& options,
                                       double observed) {
  std::vector<GridRegion> regions = regions_that_matter(paths, along);
  if (const auto& prior = options.total_prior; prior && prior->high > observed) {
    regions.push_back({std::log(std::max(prior->low - observed, 0.0) + 0.5),
                       std::log(prior->high - observed + 0.5)});
  }
  return regions;
}

std::vector<EvidencePath> paths_of_all(std::span<const std::int64_t> counts,
                                       const PathOptions& along, const BacktestedOptions& options) {
  const auto models = averaged_models_with(options.dependent);
  std::vector<EvidencePath> paths(models.size());
  const base::Progress silent;
  const base::Progress& progress = options.progress == nullptr ? silent : *options.progress;
  over_averaged_models(options.threads, progress, [&](std::size_t at) {
    paths[at] = evidence_path(fitted_model(counts, models[at]), along);
  });
  return paths;
}

// Log probability of one number of unlisted under each model.
Values log_known_of(const std::vector<EvidencePath>& paths, const PathOptions& along,
                    double unlisted) {
  Values values;
  for (const EvidencePath& path : paths)
    values.push_back(path.log_evidence_at({unlisted})[0] - region_of(path, along).log_weight);
  return values;
}

}  // namespace

// The two-class models stand last and take longest: they come first, one a task.
void over_averaged_models(int threads, const base::Progress& progress,
                          const std::function<void(std::size_t)>& work) {
  const std::size_t models = averaged_models().size();
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(
        std::size_t{0}, models,
        [&](std::size_t turn) {
          progress.throw_if_stopped();
          work(models - 1 - turn);
        },
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
  PathOptions along{.top = top, .coarse_points = options.coarse_points};
  if (options.total_prior) {
    along.log_weight = [&options, n](double unlisted) {
      return log_prior_ratio(options.total_prior, n + unlisted);
    };
  }
  const std::vector<EvidencePath> paths = paths_of_all(counts, along, options);
  posterior.unlisted = fine_grid_over(top, narrow_regions(paths, along, options, n));
  const Values edge = grid_edges(posterior.unlisted);
  for (const EvidencePath& path : paths) {
    Values mass = path.log_evidence_at(posterior.unlisted);
    for (std::size_t k = 0; k < mass.size(); ++k) {
      mass[k] += std::log(edge[k + 1] - edge[k]) +
                 log_prior_ratio(options.total_prior, n + posterior.unlisted[k]);
    }
    posterior.log_mass.push_back(std::move(mass));
  }
  posterior.weigh_models(options.model_log_weight);
  if (options.known_unlisted)
    posterior.log_known = log_known_of(paths, along, *options.known_unlisted);
  return posterior;
}

void BacktestedPosterior::weigh_models(std::span<const double> model_log_weight) {
  const std::size_t cells = unlisted.size();
  Values everything;
  for (std::size_t model = 0; model < log_mass.size(); ++model) {
    everything.push_back(num::log_sum_exp(log_mass[model]));
    if (!model_log_weight.empty()) everything.back() += model_log_weight[model];
  }
  const double log_total = num::log_sum_exp(everything);
  two_class_weight = end_mass = 0;
  model_weight.clear();
  by_model.clear();
  probability.assign(cells, 0.0);
  for (std::size_t model = 0; model < log_mass.size(); ++model) {
    model_weight.push_back(std::exp(everything[model] - log_total));
    if (averaged_models()[model].classes == 2) two_class_weight += model_weight.back();
    const double shift = (model_log_weight.empty() ? 0 : model_log_weight[model]) - log_total;
    Values mass(cells);
    for (std::size_t k = 0; k < cells; ++k) {
      mass[k] = std::exp(log_mass[model][k] + shift);
      probability[k] += mass[k];
    }
    by_model.push_back(std::move(mass));
  }
  for (std::size_t k = 0; k < cells; ++k) {
    if (2 * unlisted[k] > unlisted.back()) end_mass += probability[k];
  }
}

double lower_tail(double level) {
  return std::abs(level - tested_level) < 1e-9 ? tested_tail : (1 - level) / 2;
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
