#include "sanaq/estimate/loglinear.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sanaq/base/system.h"
#include "sanaq/estimate/bootstrap.h"
#include "sanaq/estimate/loglinear_answer.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr double weight_of_note = 0.1;  // a model of that weight has a say
constexpr double disagreement_max = 3;  // ratio of totals of models with a say
constexpr std::size_t models_shown = 50;
constexpr std::size_t bootstrap_models = 50;  // among which a resample chooses

RankedModel fitted(const LoglinearData& data, Hierarchy model, Criterion criterion,
                   std::int64_t observed) {
  RankedModel ranked{std::move(model), {}, 0, 0};
  ranked.fit = fit_loglinear(data, ranked.model);
  ranked.criterion = criterion_value(criterion, ranked.fit, observed);
  return ranked;
}

std::vector<RankedModel> fit_all(const LoglinearData& data, const std::vector<Hierarchy>& models,
                                 Criterion criterion, std::int64_t observed, int threads,
                                 const base::Progress& progress) {
  std::vector<RankedModel> ranked(models.size());
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, models.size(), [&](std::size_t i) {
      progress.throw_if_stopped();
      ranked[i] = fitted(data, models[i], criterion, observed);
    });
  });
  return ranked;
}

bool has_all(const Hierarchy& model, const Hierarchy& always) {
  return std::all_of(always.begin(), always.end(), [&](std::uint32_t term) {
    return std::find(model.begin(), model.end(), term) != model.end();
  });
}

// From the model with no other interactions than `always`, always to the best neighbour, as long as
// one is better.
std::vector<RankedModel> climb(const LoglinearData& data, Criterion criterion,
                               std::int64_t observed, int threads, const Hierarchy& always,
                               const base::Progress& progress) {
  std::vector<RankedModel> met{fitted(data, always, criterion, observed)};
  std::set<Hierarchy> known{met[0].model};
  for (std::size_t here = 0;;) {
    std::vector<Hierarchy> fresh;
    for (auto& other : neighbours(met[here].model, data.lists)) {
      if (has_all(other, always) && known.insert(other).second) fresh.push_back(std::move(other));
    }
    const double standing = met[here].criterion;
    std::size_t best = here;
    for (auto& ranked : fit_all(data, fresh, criterion, observed, threads, progress)) {
      met.push_back(std::move(ranked));
      if (met.back().criterion < met[best].criterion) best = met.size() - 1;
    }
    if (met[best].criterion >= standing) return met;
    here = best;
  }
}

void weigh(std::vector<RankedModel>& ranked) {
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedModel& a, const RankedModel& b) {
    return a.criterion < b.criterion;
  });
  double sum = 0;
  for (auto& model : ranked)
    sum += model.weight = std::exp((ranked.front().criterion - model.criterion) / 2);
  for (auto& model : ranked) model.weight /= sum;
}

void say_what_models_say(const std::vector<RankedModel>& ranked, Summary& summary) {
  double lowest = ranked.front().fit.unlisted, highest = lowest, endless_weight = 0;
  for (const RankedModel& model : ranked) {
    if (model.fit.endless) {
      endless_weight += model.weight;
    } else if (model.weight >= weight_of_note) {
      lowest = std::min(lowest, model.fit.unlisted);
      highest = std::max(highest, model.fit.unlisted);
    }
  }
  const double observed = static_cast<double>(summary.observed);
  if (observed + highest > disagreement_max * (observed + lowest)) {
    summary.reasons.push_back(
        message("models that fit about equally well say {} and {}: they disagree beyond use",
                std::llround(observed + lowest), std::llround(observed + highest)));
  }
  if (endless_weight >= weight_of_note) {
    summary.reasons.push_back(message("models that give no finite number have {} % of the weight",
                                      std::llround(100 * endless_weight)));
  }
  if (ranked.front().weight < 0.5) {
    summary.warnings.push_back(
        message("the best model has {} % of the weight: its interval does not show the doubt about "
                "the choice",
                std::llround(100 * ranked.front().weight)));
  }
}

// exp of a normal interval for log unlisted.
Interval averaged_interval(const AveragedModels& average, double observed, double level) {
  const double factor =
      std::exp(num::normal_quantile((1 + level) / 2) * std::sqrt(average.log_variance));
  return {"averaged", level, observed + average.unlisted / factor,
          observed + average.unlisted * factor};
}

void add_average(const std::vector<RankedModel>& ranked, const Options& options, Summary& summary) {
  const AveragedModels average = average_models(ranked);
  const double observed = static_cast<double>(summary.observed);
  const Interval interval = averaged_interval(average, observed, 0.95);
  summary.intervals.push_back(averaged_interval(average, observed, 0.9));
  summary.intervals.push_back(interval);
  if (!options.average_models) return;
  summary.estimate = Estimate{observed + average.unlisted, observed + average.unlisted, interval};
  summary.unlisted =
      Estimate{average.unlisted,
               average.unlisted,
               {interval.name, interval.level, interval.low - observed, interval.high - observed}};
}

// The best of the models that were best on the table itself (Silverman, Chan and Vincent 2024: a
// resample's best is nearly always among them).
double chosen_unlisted(const LoglinearData& data, const std::vector<Hierarchy>& models,
                       Criterion criterion) {
  const auto observed = std::llround(data.counts.sum());
  double best = INFINITY, unlisted = INFINITY;
  for (const Hierarchy& model : models) {
    const LoglinearFit fit = fit_loglinear(data, model);
    const double value = criterion_value(criterion, fit, observed);
    if (value >= best) continue;
    best = value;
    unlisted = fit.endless ? INFINITY : fit.unlisted;
  }
  return unlisted;
}

void add_bootstrap(const LoglinearData& data, const std::vector<RankedModel>& ranked,
                   const Options& options, const base::Progress& progress, Summary& summary) {
  if (options.bootstrap == 0) return;
  std::vector<Hierarchy> models;
  for (std::size_t at = 0; at < std::min(ranked.size(), bootstrap_models); ++at)
    models.push_back(ranked[at].model);
  const Bootstrap found = bootstrap(
      data, static_cast<double>(summary.observed) + ranked.front().fit.unlisted, options.bootstrap,
      [&](const LoglinearData& drawn) { return chosen_unlisted(drawn, models, options.criterion); },
      options.seed, options.threads, progress);
  apply_bootstrap(found, summary);
}

}  // namespace

AveragedModels average_models(const std::vector<RankedModel>& ranked) {
  double weight = 0, mean = 0, sd = 0;
  for (const RankedModel& model : ranked) {
    if (model.fit.endless) continue;
    weight += model.weight;
    mean += model.weight * std::log(model.fit.unlisted);
  }
  mean /= weight;
  for (const RankedModel& model : ranked) {
    if (model.fit.endless) continue;
    const double off = std::log(model.fit.unlisted) - mean;
    sd += model.weight / weight * std::sqrt(model.fit.log_unlisted_variance + off * off);
  }
  return {std::exp(mean), sd * sd};
}

double criterion_value(Criterion criterion, const LoglinearFit& fit, std::int64_t observed) {
  const double k = static_cast<double>(fit.parameters), n = static_cast<double>(observed);
  const double deviance = -2 * fit.log_likelihood;
  if (criterion == Criterion::bic) return deviance + k * std::log(n);
  const double aic = deviance + 2 * k;
  if (criterion == Criterion::aic) return aic;
  // Too few persons for the correction: the model is out of the question.
  return n > k + 1 ? aic + 2 * k * (k + 1) / (n - k - 1) : aic + 1e6 * k;
}

std::vector<RankedModel> rank_models(const LoglinearData& data, Criterion criterion,
                                     std::int64_t observed, int threads, const Hierarchy& always,
                                     const base::Progress& progress) {
  std::vector<RankedModel> ranked;
  if (data.lists <= all_hierarchies_lists_max) {
    std::vector<Hierarchy> models = all_hierarchies(data.lists);
    std::erase_if(models, [&](const Hierarchy& model) { return !has_all(model, always); });
    ranked = fit_all(data, models, criterion, observed, threads, progress);
  } else {
    ranked = climb(data, criterion, observed, threads, always, progress);
  }
  weigh(ranked);
  return ranked;
}

Summary estimate_loglinear(const CaptureTable& table, const Options& options,
                           base::Progress& progress) {
  Summary summary = loglinear_summary(table, options, Method::loglinear);
  if (table.lists.size() > static_cast<std::size_t>(loglinear_lists_max)) return summary;
  progress.throw_if_stopped();
  const double started = base::steady_seconds();
  const LoglinearData data = loglinear_data(table);
  const auto ranked = rank_models(data, options.criterion, summary.observed, options.threads,
                                  dependent_masks(options.dependent_lists, table.lists), progress);
  for (const RankedModel& model : ranked) {
    if (model.fit.endless || summary.models.size() == models_shown) continue;
    summary.models.push_back({hierarchy_name(model.model, data.lists), model.criterion,
                              model.weight,
                              static_cast<double>(summary.observed) + model.fit.unlisted});
  }
  if (ranked.front().fit.endless) {
    say_endless(ranked.front().model, data, ranked.front().fit, summary);
  } else {
    fill_loglinear_estimate(data, ranked.front().model, ranked.front().fit, summary);
    add_average(ranked, options, summary);
    add_bootstrap(data, ranked, options, progress, summary);
    say_what_models_say(ranked, summary);
  }
  if (data.lists > all_hierarchies_lists_max) {
    summary.warnings.push_back(
        message("with more than {} lists not all models were fitted, only the {} that a search met",
                all_hierarchies_lists_max, ranked.size()));
  }
  summary.diagnostics.seconds = base::steady_seconds() - started;
  return summary;
}

}  // namespace sanaq::estimate
