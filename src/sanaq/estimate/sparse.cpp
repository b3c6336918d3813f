#include "sanaq/estimate/sparse.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/system.h"
#include "sanaq/estimate/bootstrap.h"
#include "sanaq/estimate/loglinear_answer.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

// Is nobody on both lists of the pair?
bool is_empty_overlap(const LoglinearData& data, std::uint32_t pair) {
  for (std::size_t cell = 0; cell < data.listed.size(); ++cell) {
    if ((data.listed[cell] & pair) == pair && data.counts[static_cast<Eigen::Index>(cell)] > 0)
      return false;
  }
  return true;
}

// The likelihood ratio's p-value; for an empty overlap, whose parameter goes to minus infinity,
// that of a Poisson count of none (their section 3.4): exp(-expected), where the rise of the log
// likelihood stands for the expected number.
double p_value(double log_rise, bool is_empty) {
  return is_empty ? std::exp(-log_rise) : num::chi_squared_survival(2 * log_rise, 1);
}

// The pair that is least likely to be chance; the model itself where none is left.
SparseChoice best_extension(const LoglinearData& data, const SparseChoice& standing) {
  SparseChoice best = standing;
  best.p_value = 1;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(data.lists); ++i) {
    for (std::uint32_t j = i + 1; j < static_cast<std::uint32_t>(data.lists); ++j) {
      const std::uint32_t pair = (1U << i) | (1U << j);
      if (std::find(standing.model.begin(), standing.model.end(), pair) != standing.model.end())
        continue;
      SparseChoice longer{standing.model, {}, 1};
      longer.model.push_back(pair);
      std::sort(longer.model.begin(), longer.model.end());
      longer.fit = fit_loglinear(data, longer.model);
      const double log_rise =
          std::max(0.0, longer.fit.log_likelihood - standing.fit.log_likelihood);
      longer.p_value = p_value(log_rise, is_empty_overlap(data, pair));
      if (longer.p_value < best.p_value) best = std::move(longer);
    }
  }
  return best;
}

}  // namespace

SparseChoice choose_pairs(const LoglinearData& data, const Hierarchy& always) {
  SparseChoice standing{always, fit_loglinear(data, always), 1};
  // Two lists show no interaction: their table has as many parameters as cells without one.
  while (data.lists > 2 && !standing.fit.endless) {
    SparseChoice longer = best_extension(data, standing);
    if (longer.p_value >= entry_p_value) break;
    standing = std::move(longer);
  }
  return standing;
}

Summary estimate_sparse(const CaptureTable& table, const Options& options,
                        base::Progress& progress) {
  Summary summary = loglinear_summary(table, options, Method::sparse);
  if (table.lists.size() > static_cast<std::size_t>(loglinear_lists_max)) return summary;
  progress.throw_if_stopped();
  const double started = base::steady_seconds();
  const LoglinearData data = loglinear_data(table);
  const Hierarchy always = dependent_masks(options.dependent_lists, table.lists);
  const SparseChoice choice = choose_pairs(data, always);
  if (choice.fit.endless) {
    say_endless(choice.model, data, choice.fit, summary);
  } else {
    summary.models = {{hierarchy_name(choice.model, data.lists), -2 * choice.fit.log_likelihood, 1,
                       static_cast<double>(summary.observed) + choice.fit.unlisted}};
    fill_loglinear_estimate(data, choice.model, choice.fit, summary);
    if (options.bootstrap > 0) {
      apply_bootstrap(
          bootstrap(
              data, static_cast<double>(summary.observed) + choice.fit.unlisted, options.bootstrap,
              [&always](const LoglinearData& drawn) {
                const SparseChoice again = choose_pairs(drawn, always);
                return again.fit.endless ? INFINITY : again.fit.unlisted;
              },
              options.seed, options.threads, progress),
          summary);
    } else {
      summary.warnings.push_back(message(
          "the interval does not show the doubt about which pairs of lists depend on each other"));
    }
  }
  summary.diagnostics.seconds = base::steady_seconds() - started;
  return summary;
}

}  // namespace sanaq::estimate
