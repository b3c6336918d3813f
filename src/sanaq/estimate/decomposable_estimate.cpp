#include "sanaq/estimate/decomposable_estimate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/base/system.h"
#include "sanaq/estimate/automatic.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/chordal.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using base::message;

constexpr double end_mass_max = 0.05;

// The first whole number of each cell, and one past the last: a cell is centred on its grid value.
std::vector<double> cell_starts(const DecomposablePosterior& posterior) {
  std::vector<double> starts;
  double first = 0;
  for (const double middle : posterior.unlisted) {
    starts.push_back(first);
    first = 2 * middle - first + 1;
  }
  starts.push_back(first);
  return starts;
}

Interval interval(const DecomposablePosterior& posterior, double level) {
  return {"model", level, total_quantile(posterior, (1 - level) / 2),
          total_quantile(posterior, (1 + level) / 2)};
}

Estimate estimate_of(const DecomposablePosterior& posterior) {
  double mean = static_cast<double>(posterior.observed);
  for (std::size_t k = 0; k < posterior.unlisted.size(); ++k)
    mean += posterior.unlisted[k] * posterior.probability[k];
  return {total_quantile(posterior, 0.5), mean, interval(posterior, 0.95)};
}

std::vector<double> draw_totals(const DecomposablePosterior& posterior, const Options& options) {
  num::Rng rng(options.seed, "estimate.decomposable");
  const std::vector<double> starts = cell_starts(posterior);
  std::vector<double> totals, below;  // below: the probability of the cells up to each
  std::partial_sum(posterior.probability.begin(), posterior.probability.end(),
                   std::back_inserter(below));
  for (int draw = 0; draw < options.draws; ++draw) {
    const auto found =
        std::upper_bound(below.begin(), below.end() - 1, rng.uniform() * below.back());
    const auto cell = static_cast<std::size_t>(found - below.begin());
    const auto width = static_cast<std::uint64_t>(starts[cell + 1] - starts[cell]);
    totals.push_back(static_cast<double>(posterior.observed) + starts[cell] +
                     static_cast<double>(rng.below(std::max<std::uint64_t>(width, 1))));
  }
  return totals;
}

// A graph of all lists cannot be seen in persons whom a list did not cover: persons are separated
// by the lists that covered them, each part is estimated on its own lists, and the parts are added
// up.
std::optional<Summary> estimate_by_coverage(const CaptureTable& table, const Options& options,
                                            base::Progress& progress) {
  std::map<std::uint32_t, CaptureTable> parts;
  for (const Cell& cell : table.cells) {
    CaptureTable& part = parts[cell.not_covered];
    part.lists = table.lists;
    part.cells.push_back(cell);
  }
  Options each = options;
  each.total_prior.reset();
  Summary summary;
  std::vector<double> totals(static_cast<std::size_t>(options.draws), 0.0);
  for (const auto& [not_covered, part] : parts) {
    each.seed = options.seed + not_covered;  // parts are drawn apart
    const auto found = estimate_decomposable(covering_lists(part), each, progress);
    if (!found) return std::nullopt;
    for (std::size_t draw = 0; draw < totals.size(); ++draw)
      totals[draw] += found->total_draws[draw];
    summary.diagnostics.seconds += found->diagnostics.seconds;
    summary.reasons.insert(summary.reasons.end(), found->reasons.begin(), found->reasons.end());
    summary.warnings = found->warnings;
  }
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::decomposable;
  summary.seed = options.seed;
  std::vector<double> kept;
  for (const std::size_t draw : draws_under_prior(totals, options.total_prior, options.seed).kept)
    kept.push_back(totals[draw]);
  fill_from_draws(std::move(kept), "model", 0.95, summary);
  summary.warnings.push_back(
      message("some lists did not cover everybody: those covered by the same lists were estimated "
              "apart, {} parts in all, and added up",
              parts.size()));
  return summary;
}

}  // namespace

double total_quantile(const DecomposablePosterior& posterior, double level) {
  base::check(level > 0 && level < 1, "a quantile's level lies between 0 and 1");
  const std::vector<double> starts = cell_starts(posterior);
  double below = 0;
  for (std::size_t k = 0; k < posterior.unlisted.size(); ++k) {
    if (below + posterior.probability[k] < level && k + 1 < posterior.unlisted.size()) {
      below += posterior.probability[k];
      continue;
    }
    const double width = starts[k + 1] - starts[k];
    const double share = posterior.probability[k] > 0
                             ? std::clamp((level - below) / posterior.probability[k], 0.0, 1.0)
                             : 0;
    return static_cast<double>(posterior.observed) + starts[k] +
           std::min(std::floor(share * width), width - 1);
  }
  return static_cast<double>(posterior.observed) + posterior.unlisted.back();
}

std::optional<Summary> estimate_decomposable(const CaptureTable& table, const Options& options,
                                             base::Progress& progress) {
  if (table.lists.size() < 3 || table.lists.size() > std::size_t{chordal_vertices_max} ||
      table.observed() == 0 || every_pair_depends(options.dependent_lists, table.lists))
    return std::nullopt;
  if (partly_covered(table)) return estimate_by_coverage(table, options, progress);
  progress.start(message("averaging over all decomposable graphs"), 1);
  const std::vector<std::int64_t> counts = counts_by_mask(table);
  const double started = base::steady_seconds();
  const DecomposablePosterior posterior = decomposable_posterior(
      counts, {.total_prior = options.total_prior,
               .dependent = dependent_masks(options.dependent_lists, table.lists),
               .threads = options.threads,
               .progress = &progress});
  Summary summary;
  summary.diagnostics.seconds = base::steady_seconds() - started;
  summary.lists = table.lists;
  summary.observed = posterior.observed;
  summary.method = Method::decomposable;
  summary.seed = options.seed;
  summary.estimate = estimate_of(posterior);
  summary.unlisted = summary.estimate;
  const double n = static_cast<double>(posterior.observed);
  for (double* value : {&summary.unlisted->median, &summary.unlisted->mean,
                        &summary.unlisted->interval.low, &summary.unlisted->interval.high})
    *value -= n;
  summary.intervals = {interval(posterior, 0.9), interval(posterior, 0.95)};
  for (const GraphWeight& graph : posterior.graphs) {
    summary.models.push_back({clique_text(graph.cliques), std::log(graph.weight), graph.weight,
                              n + graph.mean_unlisted});
  }
  summary.total_draws = draw_totals(posterior, options);
  summary.diagnostics.draws = static_cast<std::int64_t>(summary.total_draws.size());
  if (posterior.end_mass > end_mass_max) {
    summary.reasons.push_back(
        message("the upper limit depends on where the search ends (100 times the documented "
                "number), not on the lists"));
  }
  summary.warnings.push_back(
      message("this method knows dependence between lists only as a decomposable graph; where it "
              "was tried on lists of known size, its interval was too narrow"));
  progress.finish();
  return summary;
}

}  // namespace sanaq::estimate
