#include "sanaq/estimate/automatic.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/base/system.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/covered_average.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/leave_one_out.h"
#include "sanaq/estimate/own_lists.h"
#include "sanaq/estimate/predictive.h"
#include "sanaq/estimate/prior_sensitivity.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Counts = std::vector<std::int64_t>;

constexpr std::size_t checked_lists_max = 6;  // beyond, the checks would take minutes
// Upper over lower limit: beyond, the number says too little to be quoted.
constexpr double ratio_max = 12;
constexpr double few_held_chance_min = 0.01;   // of so few hidden lists held by a true 90 %
constexpr std::int64_t on_two_lists_few = 30;  // fewer: the tested intervals held less than 90 %
// Of the posterior near the grid's end: beyond, the prior sets the upper limit.
constexpr double end_mass_max = 0.05;

Interval interval(const BacktestedPosterior& posterior, const char* name, double level) {
  const double n = static_cast<double>(posterior.observed);
  return {name, level, n + posterior.unlisted_quantile(lower_tail(level)),
          n + posterior.unlisted_quantile(1 - lower_tail(level))};
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

// What is known of intervals made this way, before any table is seen.
void say_what_was_tested(std::int64_t on_two_lists, Summary& summary) {
  summary.warnings.push_back(
      message("90 % is the level that intervals of this kind reached on lists of known size: the "
              "limits are the quantiles .04 and .96 of what the models say"));
  if (on_two_lists >= on_two_lists_few) return;
  summary.warnings.push_back(
      message("fewer than {} persons are on two lists or more: on lists so thin, intervals of this "
              "kind held about four known sizes in five, not nine in ten",
              on_two_lists_few));
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

// Lists of known size that the interval held less often than it may by chance.
void judge_by_own_lists(Summary& summary) {
  if (summary.hidden_lists.empty()) return;
  const auto held = std::count_if(summary.hidden_lists.begin(), summary.hidden_lists.end(),
                                  [](const HiddenList& list) { return list.held(); });
  summary.warnings.push_back(
      message("tried on these lists, each hidden in turn: the 90 % interval held the known size of "
              "{} of {}",
              held, summary.hidden_lists.size()));
  const double chance = probability_of_so_few_held(summary.hidden_lists);
  if (chance >= few_held_chance_min) return;
  summary.reasons.push_back(
      message("the 90 % interval held the known size of only {} of {} of these lists, each hidden "
              "in turn: an interval that deserves its 90 % does so with probability 1 in {}",
              held, summary.hidden_lists.size(), std::llround(1 / chance)));
}

BacktestedOptions average_options(const Options& options, const CaptureTable& table,
                                  const base::Progress& progress) {
  return {.total_prior = options.total_prior,
          .dependent = dependent_masks(options.dependent_lists, table.lists),
          .model_log_weight = options.model_log_weight,
          .threads = options.threads,
          .progress = &progress};
}

void check_on_own_lists(const Counts& counts, const BacktestedOptions& options,
                        std::vector<Hiding> hidings, Summary& summary) {
  summary.left_out_lists = leave_each_out(counts, options, hidings);
  summary.hidden_lists = checks_by_hiding(std::move(hidings));
  summary.merged_lists = merge_each_pair(counts, options);
  summary.lists_added = add_lists_in_turn(counts, options);
  if (summary.lists.size() > 3) {
    summary.lists_added.push_back({summary.lists.size(), summary.observed, summary.estimate->median,
                                   summary.estimate->interval.low,
                                   summary.estimate->interval.high});
  }
  judge_by_own_lists(summary);
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
                                           options.threads, options.dependent_lists, progress);
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
  const std::vector<std::int64_t> on_lists = persons_on_lists(table);
  say_what_was_tested(summary.observed - on_lists[1], summary);
  summary.warnings.push_back(
      message("some lists did not cover everybody: those whom they covered and those whom they "
              "did not are taken to be listed alike by the other lists"));
  return summary;
}

// The answer to which the checks are added.
Summary summary_of(const BacktestedPosterior& posterior, const CaptureTable& table,
                   const Options& options) {
  Summary summary;
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
  return summary;
}

}  // namespace

// What the number was made of.
struct Average::Parts {
  const CaptureTable& table;
  const Options& options;
  Counts counts;
  BacktestedOptions average;
  std::vector<Hiding> hidings;
  BacktestedPosterior posterior;
};

Average::Average(Summary number, std::unique_ptr<Parts> parts)
    : number_(std::move(number)), parts_(std::move(parts)) {}
Average::~Average() = default;
Average::Average(Average&&) noexcept = default;
Average& Average::operator=(Average&&) noexcept = default;

std::optional<Average> Average::of(const CaptureTable& table, const Options& options,
                                   base::Progress& progress) {
  if (table.lists.size() < 3 || table.lists.size() > average_lists_max || table.observed() == 0)
    return std::nullopt;
  if (partly_covered(table)) {
    auto number = estimate_partly_covered(table, options, progress);
    if (!number) return std::nullopt;
    return Average(std::move(*number), nullptr);
  }
  progress.start(message("estimating those on no list"), 2);
  const double started = base::steady_seconds();
  Parts parts{table, options, counts_by_mask(table), average_options(options, table, progress),
              {},    {}};
  const bool hides = table.lists.size() <= checked_lists_max &&
                     (options.checks_on_own_lists || parts.average.model_log_weight.empty());
  if (hides) parts.hidings = hide_each(parts.counts, parts.average);
  if (parts.average.model_log_weight.empty())
    parts.average.model_log_weight = weights_of_hidings(parts.hidings);
  parts.posterior = backtested_posterior(parts.counts, parts.average);
  Summary number = summary_of(parts.posterior, table, options);
  number.model_log_weight = parts.average.model_log_weight;
  number.diagnostics.seconds = base::steady_seconds() - started;
  say_what_was_tested(on_two_lists_or_more(parts.counts), number);
  progress.advance_to(1);
  progress.throw_if_stopped();
  return Average(std::move(number), std::make_unique<Parts>(std::move(parts)));
}

Summary Average::with_checks(base::Progress& progress) && {
  if (!parts_) return std::move(number_);
  const BacktestedPosterior& posterior = parts_->posterior;
  number_.prior_answers = answers_of_parts(posterior);
  if (number_.lists.size() <= checked_lists_max) {
    number_.prediction =
        predict_cells(coverage_data(parts_->table, parts_->options.dependent_lists),
                      fits_that_matter(posterior.unlisted, posterior.by_model), number_.seed);
    check_on_own_lists(parts_->counts, parts_->average, std::move(parts_->hidings), number_);
  }
  progress.finish();
  return std::move(number_);
}

Summary Average::without_checks(base::Progress& progress) && {
  if (parts_) progress.finish();
  return std::move(number_);
}

std::optional<Summary> estimate_automatic(const CaptureTable& table, const Options& options,
                                          base::Progress& progress) {
  auto average = Average::of(table, options, progress);
  if (!average) return std::nullopt;
  return options.checks_on_own_lists ? std::move(*average).with_checks(progress)
                                     : std::move(*average).without_checks(progress);
}

}  // namespace sanaq::estimate
