#include "sanaq/estimate/loglinear_answer.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/bootstrap.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/predictive.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr int replicate_count = 400;
constexpr double endless_max = 0.025;  // share of resamples without a finite number
// An upper limit is searched for up to so many times the observed.
constexpr double times_observed_max = 1000;

Interval interval_of(const LoglinearData& data, const Hierarchy& model, const LoglinearFit& fit,
                     double level, Summary& summary) {
  const double observed = static_cast<double>(summary.observed);
  if (data.groups > 1) {
    const double factor =
        std::exp(num::normal_quantile((1 + level) / 2) * std::sqrt(fit.log_unlisted_variance));
    return {"model", level, observed + fit.unlisted / factor, observed + fit.unlisted * factor};
  }
  const double unlisted_max = times_observed_max * std::max(observed, fit.unlisted);
  const auto limits = profile_limits(data, model, fit, level, unlisted_max);
  if (!limits.high && level == 0.95) {
    summary.reasons.push_back(
        message("the best model has no upper limit: the lists overlap too little for a number"));
  }
  return {"model", level, observed + limits.low, observed + limits.high.value_or(unlisted_max)};
}

// Replicates of the fitted model, as if its parameters were known.
Prediction predicted(const LoglinearData& data, const Hierarchy& model, std::uint64_t seed) {
  const Eigen::VectorXd means = expected_counts(data, model);
  const std::uint32_t all = (1U << data.lists) - 1;
  std::vector<std::uint32_t> seen(static_cast<std::size_t>(data.groups));  // lists of each group
  for (std::size_t cell = 0; cell < data.listed.size(); ++cell)
    seen[static_cast<std::size_t>(data.group[cell])] |= data.listed[cell];
  std::vector<PredictedCell> cells;
  std::vector<double> expected;
  for (std::size_t cell = 0; cell < data.listed.size(); ++cell) {
    const auto at = static_cast<Eigen::Index>(cell);
    cells.push_back({data.listed[cell], all & ~seen[static_cast<std::size_t>(data.group[cell])],
                     std::llround(data.counts[at]), 0, 0, 0});
    expected.push_back(std::max(0.0, means[at]));
  }
  num::Rng rng(seed, "estimate.loglinear.predictive");
  Replicates replicates(std::move(cells));
  for (int draw = 0; draw < replicate_count; ++draw) replicates.add(expected, rng);
  return replicates.prediction();
}

}  // namespace

Summary loglinear_summary(const CaptureTable& table, const Options& options, Method method) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = method;
  summary.seed = options.seed;
  summary.reasons = reasons_in_table(table);
  if (table.lists.size() > static_cast<std::size_t>(loglinear_lists_max)) {
    summary.reasons.push_back(
        message("log-linear models are for at most {} lists, this table has {}: join some",
                loglinear_lists_max, table.lists.size()));
  }
  if (partly_covered(table)) {
    summary.warnings.push_back(
        message("some lists did not cover everybody: those whom they covered and those whom they "
                "did not are taken to be listed alike by the other lists"));
  }
  return summary;
}

void fill_loglinear_estimate(const LoglinearData& data, const Hierarchy& model,
                             const LoglinearFit& fit, Summary& summary) {
  const double observed = static_cast<double>(summary.observed), unlisted = fit.unlisted;
  const Interval narrow = interval_of(data, model, fit, 0.9, summary),
                 interval = interval_of(data, model, fit, 0.95, summary);
  summary.intervals = {narrow, interval};
  summary.prediction = predicted(data, model, summary.seed);
  summary.estimate = Estimate{observed + unlisted, observed + unlisted, interval};
  summary.unlisted =
      Estimate{unlisted,
               unlisted,
               {interval.name, interval.level, interval.low - observed, interval.high - observed}};
}

void apply_bootstrap(const Bootstrap& bootstrap, Summary& summary) {
  const Interval interval = bootstrap.interval(0.95);
  summary.intervals.push_back(bootstrap.interval(0.9));
  summary.intervals.push_back(interval);
  const double observed = static_cast<double>(summary.observed);
  summary.estimate->interval = interval;
  summary.unlisted->interval = {interval.name, interval.level, interval.low - observed,
                                interval.high - observed};
  const auto endless = std::count_if(bootstrap.totals.begin(), bootstrap.totals.end(),
                                     [](double total) { return !std::isfinite(total); });
  if (endless == 0) return;
  const double share = static_cast<double>(endless) / static_cast<double>(bootstrap.totals.size());
  (share > endless_max ? summary.reasons : summary.warnings)
      .push_back(message("in {} % of resamples the model chosen has no finite number",
                         std::llround(std::ceil(100 * share))));
}

void say_endless(const Hierarchy& model, const LoglinearData& data, const LoglinearFit& fit,
                 Summary& summary) {
  if (!fit.identified) {
    summary.reasons.push_back(
        message("the model that fits best, {}, is not identified: many numbers of the unlisted fit "
                "these lists equally well",
                hierarchy_name(model, data.lists)));
    return;
  }
  summary.reasons.push_back(
      message("the model that fits best, {}, has no finite estimate: its likelihood grows on and "
              "on with the number of the unlisted",
              hierarchy_name(model, data.lists)));
}

}  // namespace sanaq::estimate
