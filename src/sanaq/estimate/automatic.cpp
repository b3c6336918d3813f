#include "sanaq/estimate/automatic.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/base/system.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/covered_average.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/predictive.h"
#include "sanaq/estimate/prior_sensitivity.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Counts = std::vector<std::int64_t>;

constexpr std::size_t checked_lists_max = 6;  // beyond, the checks would take minutes
constexpr double ratio_max =
    12;  // upper over lower limit: beyond, the number says too little to be quoted
constexpr double end_mass_max =
    0.05;  // of the posterior near the grid's end: beyond, the prior sets the upper limit

Interval interval(const BacktestedPosterior& posterior, const char* name, double level) {
  const double n = static_cast<double>(posterior.observed);
  return {name, level, n + posterior.unlisted_quantile((1 - level) / 2),
          n + posterior.unlisted_quantile((1 + level) / 2)};
}

Estimate shifted(Estimate estimate, double by) {
  estimate.median += by;
  estimate.mean += by;
  estimate.interval.low += by;
  estimate.interval.high += by;
  return estimate;
}

// Draws of the total: cells by their weight, then a whole number of the cell. For files and
// pictures, not for the limits.
std::vector<double> draw_totals(const BacktestedPosterior& posterior, const Options& options) {
  num::Rng rng(options.seed, "estimate.automatic");
  std::vector<double> totals;
  for (int draw = 0; draw < options.draws; ++draw) {
    const std::size_t cell = rng.categorical(posterior.probability);
    const auto at = [&](std::size_t k) { return static_cast<std::int64_t>(posterior.unlisted[k]); };
    const std::int64_t first = cell == 0 ? 0 : (at(cell - 1) + at(cell)) / 2 + 1;
    const std::int64_t last =
        cell + 1 == posterior.unlisted.size() ? at(cell) : (at(cell) + at(cell + 1)) / 2;
    const auto within = static_cast<std::int64_t>(
        rng.below(static_cast<std::uint64_t>(std::max<std::int64_t>(last - first, 0) + 1)));
    totals.push_back(static_cast<double>(posterior.observed + first + within));
  }
  return totals;
}

void say_what_the_posterior_cannot(double end_mass, Summary& summary) {
  const Interval& limits = summary.estimate->interval;
  if (limits.high > ratio_max * limits.low) {
    summary.reasons.push_back(
        message("the upper limit is more than {} times the lower: the lists overlap too little for "
                "a number",
                ratio_max));
  }
  if (end_mass > end_mass_max) {
    summary.reasons.push_back(
        message("the upper limit depends on where the search ends (100 times the documented "
                "number), not on the lists"));
  }
  summary.warnings.push_back(
      message("nobody can test whether people on no list behave like people on a list; the "
              "estimate speaks of people whom lists like these could reach"));
}

void check_on_own_lists(const Counts& counts, const Options& options, Summary& summary) {
  const BacktestedOptions same{.total_prior = options.total_prior,
                               .dependent = dependent_masks(options.dependent_lists, summary.lists),
                               .threads = options.threads};
  summary.hidden_lists = check_by_hiding(counts, same);
  summary.left_out_lists = leave_each_out(counts, same);
  summary.merged_lists = merge_each_pair(counts, same);
  summary.lists_added = add_lists_in_turn(counts, same);
  if (summary.hidden_lists.empty()) return;
  const auto held = std::count_if(summary.hidden_lists.begin(), summary.hidden_lists.end(),
                                  [](const HiddenList& list) { return list.held(); });
  summary.warnings.push_back(
      message("tried on these lists, each hidden in turn: the 90 % interval held the known size of "
              "{} of {}",
              held, summary.hidden_lists.size()));
}

}  // namespace

std::vector<std::int64_t> counts_by_mask(const CaptureTable& table) {
  Counts counts(std::size_t{1} << table.lists.size());
  for (const Cell& cell : table.cells) {
    base::check(cell.not_covered == 0, "every list covers everybody");
    counts[cell.listed] += cell.count;
  }
  return counts;
}

namespace {

// Where some lists did not cover everybody: quantiles of draws.
std::optional<Summary> estimate_partly_covered(const CaptureTable& table, const Options& options,
                                               base::Progress& progress) {
  progress.start(message("estimating those on no list"), 1);
  const double started = base::steady_seconds();
  const auto posterior = covered_posterior(table, options.total_prior, options.draws, options.seed,
                                           options.threads, options.dependent_lists);
  progress.finish();
  if (!posterior) return std::nullopt;
  Summary summary;
  summary.diagnostics.seconds = base::steady_seconds() - started;
  summary.lists = table.lists;
  summary.observed = posterior->observed;
  summary.method = Method::automatic;
  summary.seed = options.seed;
  summary.two_class_weight = posterior->two_class_weight;
  const double n = static_cast<double>(posterior->observed);
  std::vector<double> totals;
  for (const double unlisted : posterior->unlisted) totals.push_back(n + unlisted);
  fill_from_draws(std::move(totals), "back-tested", 0.9, summary);
  summary.reasons = reasons_in_table(table);
  say_what_the_posterior_cannot(posterior->end_mass, summary);
  summary.warnings.push_back(
      message("some lists did not cover everybody: those whom they covered and those whom they "
              "did not are taken to be listed alike by the other lists"));
  return summary;
}

}  // namespace

std::optional<Summary> estimate_automatic(const CaptureTable& table, const Options& options,
                                          base::Progress& progress) {
  if (table.lists.size() < 3 || table.lists.size() > average_lists_max || table.observed() == 0)
    return std::nullopt;
  if (partly_covered(table)) return estimate_partly_covered(table, options, progress);
  progress.start(message("estimating those on no list"), 2);
  const Counts counts = counts_by_mask(table);
  const double started = base::steady_seconds();
  const BacktestedPosterior posterior = backtested_posterior(
      counts, {.total_prior = options.total_prior,
               .dependent = dependent_masks(options.dependent_lists, table.lists),
               .threads = options.threads});
  Summary summary;
  summary.diagnostics.seconds = base::steady_seconds() - started;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::automatic;
  summary.seed = options.seed;
  const double n = static_cast<double>(posterior.observed);
  summary.estimate = Estimate{n + posterior.unlisted_quantile(0.5), n + posterior.mean_unlisted(),
                              interval(posterior, "back-tested", 0.9)};
  summary.unlisted = shifted(*summary.estimate, -n);
  summary.intervals = {interval(posterior, "back-tested", 0.9),
                       interval(posterior, "back-tested", 0.95)};
  summary.total_draws = draw_totals(posterior, options);
  summary.diagnostics.draws = static_cast<std::int64_t>(summary.total_draws.size());
  summary.two_class_weight = posterior.two_class_weight;
  say_what_the_posterior_cannot(posterior.end_mass, summary);
  progress.advance_to(1);
  progress.throw_if_stopped();
  if (options.checks_on_own_lists) {
    summary.prior_answers = answers_of_parts(posterior);
    if (table.lists.size() <= checked_lists_max) {
      summary.prediction =
          predict_cells(coverage_data(table, options.dependent_lists),
                        fits_that_matter(posterior.unlisted, posterior.by_model), options.seed);
      check_on_own_lists(counts, options, summary);
    }
  }
  progress.finish();
  return summary;
}

}  // namespace sanaq::estimate
