#include "sanaq/estimate/loglinear_answer.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr double times_observed_max =
    1000;  // an upper limit is searched for up to so many times the observed

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
  summary.estimate = Estimate{observed + unlisted, observed + unlisted, interval};
  summary.unlisted =
      Estimate{unlisted,
               unlisted,
               {interval.name, interval.level, interval.low - observed, interval.high - observed}};
}

void say_endless(const Hierarchy& model, const LoglinearData& data, Summary& summary) {
  summary.reasons.push_back(
      message("the model that fits best, {}, has no finite estimate: its likelihood grows on and "
              "on with the number of the unlisted",
              hierarchy_name(model, data.lists)));
}

}  // namespace sanaq::estimate
