#include "sanaq/estimate/leave_one_out.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "sanaq/estimate/dependent_lists.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;
using Values = std::vector<double>;

std::size_t list_count(std::span<const std::int64_t> counts) {
  return static_cast<std::size_t>(std::countr_zero(counts.size()));
}

std::int64_t seen(const Counts& counts) {
  return std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0});
}

BacktestedOptions with_dependent(BacktestedOptions options, std::vector<std::uint32_t> masks) {
  options.dependent = std::move(masks);
  return options;
}

struct Limits {
  double median = 0, low = 0, high = 0;
};

Limits limits_of(const BacktestedPosterior& posterior) {
  const double n = static_cast<double>(posterior.observed);
  return {n + posterior.unlisted_quantile(0.5), n + posterior.unlisted_quantile(tested_tail),
          n + posterior.unlisted_quantile(1 - tested_tail)};
}

}  // namespace

double probability_of_so_few_held(const std::vector<HiddenList>& checks) {
  const auto held = std::count_if(checks.begin(), checks.end(),
                                  [](const HiddenList& list) { return list.held(); });
  const auto n = static_cast<double>(checks.size());
  double sum = 0;
  for (double k = 0; k <= static_cast<double>(held); ++k) {
    sum += std::exp(num::log_gamma(n + 1) - num::log_gamma(k + 1) - num::log_gamma(n - k + 1) +
                    k * std::log(tested_level) + (n - k) * std::log(1 - tested_level));
  }
  return std::min(1.0, sum);
}

std::vector<std::int64_t> leave_out_list(std::span<const std::int64_t> counts, std::size_t list) {
  Counts left(counts.size() / 2);
  for (std::size_t mask = 1; mask < counts.size(); ++mask)
    left[without_bit(mask, list)] += counts[mask];
  return left;
}

std::vector<HiddenList> checks_by_hiding(std::vector<Hiding> hidings) {
  std::vector<HiddenList> checks;
  std::vector<Values> weights;
  for (const Hiding& hiding : hidings) weights.push_back(weights_of_hidings(hidings, hiding.list));
  for (std::size_t at = 0; at < hidings.size(); ++at) {
    hidings[at].posterior.weigh_models(weights[at]);
    const Limits limits = limits_of(hidings[at].posterior);
    checks.push_back({hidings[at].list, hidings[at].truth, limits.median, limits.low, limits.high});
  }
  return checks;
}

std::vector<LeftOutList> leave_each_out(std::span<const std::int64_t> counts,
                                        const BacktestedOptions& options,
                                        const std::vector<Hiding>& hidings) {
  std::vector<LeftOutList> results;
  if (list_count(counts) < 4) return results;
  for (std::size_t list = 0; list < list_count(counts); ++list) {
    const Counts left = leave_out_list(counts, list);
    const std::int64_t observed = seen(left);
    if (observed == 0) continue;
    BacktestedOptions each = with_dependent(options, masks_without(options.dependent, list));
    each.model_log_weight = weights_of_hidings(hidings, list);
    const Limits limits = limits_of(backtested_posterior(left, each));
    results.push_back({list, observed, limits.median, limits.low, limits.high});
  }
  return results;
}

std::vector<std::int64_t> merge_lists(std::span<const std::int64_t> counts, std::size_t first,
                                      std::size_t second) {
  Counts merged(counts.size() / 2);
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    const std::size_t both = mask | (((mask >> second) & 1) << first);
    merged[without_bit(both, second)] += counts[mask];
  }
  return merged;
}

std::vector<MergedLists> merge_each_pair(std::span<const std::int64_t> counts,
                                         const BacktestedOptions& options) {
  std::vector<MergedLists> results;
  if (list_count(counts) < 4) return results;
  for (std::size_t second = 1; second < list_count(counts); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      const Counts merged = merge_lists(counts, first, second);
      const Limits limits = limits_of(backtested_posterior(
          merged, with_dependent(options, masks_merged(options.dependent, first, second))));
      results.push_back({first, second, limits.median, limits.low, limits.high});
    }
  }
  return results;
}

std::vector<ListsAdded> add_lists_in_turn(std::span<const std::int64_t> counts,
                                          const BacktestedOptions& options) {
  std::vector<ListsAdded> results;
  if (list_count(counts) < 4) return results;
  for (std::size_t lists = 3; lists < list_count(counts); ++lists) {
    Counts first(std::size_t{1} << lists);
    for (std::size_t mask = 1; mask < counts.size(); ++mask)
      first[mask & (first.size() - 1)] += counts[mask];
    first[0] = 0;
    const std::int64_t observed = seen(first);
    if (observed == 0) continue;
    std::vector<std::uint32_t> dependent = options.dependent;
    std::erase_if(dependent, [&](std::uint32_t pair) { return pair >= first.size(); });
    BacktestedOptions each = with_dependent(options, std::move(dependent));
    each.model_log_weight = weights_of_hidings(hide_each(first, each));
    const Limits limits = limits_of(backtested_posterior(first, each));
    results.push_back({lists, observed, limits.median, limits.low, limits.high});
  }
  return results;
}

}  // namespace sanaq::estimate
