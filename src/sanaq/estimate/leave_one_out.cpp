#include "sanaq/estimate/leave_one_out.h"

#include <bit>
#include <numeric>
#include <utility>

#include "sanaq/estimate/dependent_lists.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

std::size_t without_bit(std::size_t mask, std::size_t bit) {
  const std::size_t low = mask & ((std::size_t{1} << bit) - 1);
  return low | ((mask >> (bit + 1)) << bit);
}

std::size_t list_count(std::span<const std::int64_t> counts) {
  return static_cast<std::size_t>(std::countr_zero(counts.size()));
}

std::int64_t seen(const Counts& counts) {
  return std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0});
}

BacktestedOptions without_prior(BacktestedOptions options) {
  options.total_prior.reset();  // what is known of the whole says nothing about one list's size
  return options;
}

BacktestedOptions with_dependent(BacktestedOptions options, std::vector<std::uint32_t> masks) {
  options.dependent = std::move(masks);
  return options;
}

}  // namespace

std::vector<std::int64_t> hide_list(std::span<const std::int64_t> counts, std::size_t list) {
  Counts hidden(counts.size() / 2);
  for (std::size_t mask = 0; mask < counts.size(); ++mask) {
    if (((mask >> list) & 1) != 0) hidden[without_bit(mask, list)] += counts[mask];
  }
  return hidden;
}

std::vector<std::int64_t> leave_out_list(std::span<const std::int64_t> counts, std::size_t list) {
  Counts left(counts.size() / 2);
  for (std::size_t mask = 1; mask < counts.size(); ++mask)
    left[without_bit(mask, list)] += counts[mask];
  return left;
}

std::vector<HiddenList> check_by_hiding(std::span<const std::int64_t> counts,
                                        const BacktestedOptions& options) {
  std::vector<HiddenList> checks;
  if (list_count(counts) < 4) return checks;
  for (std::size_t list = 0; list < list_count(counts); ++list) {
    const Counts hidden = hide_list(counts, list);
    const std::int64_t observed = seen(hidden);
    if (observed == 0) continue;
    const BacktestedPosterior posterior = backtested_posterior(
        hidden, with_dependent(without_prior(options), masks_without(options.dependent, list)));
    const double n = static_cast<double>(observed);
    checks.push_back({.list = list,
                      .truth = observed + hidden[0],
                      .median = n + posterior.unlisted_quantile(0.5),
                      .low = n + posterior.unlisted_quantile(0.05),
                      .high = n + posterior.unlisted_quantile(0.95)});
  }
  return checks;
}

std::vector<LeftOutList> leave_each_out(std::span<const std::int64_t> counts,
                                        const BacktestedOptions& options) {
  std::vector<LeftOutList> results;
  if (list_count(counts) < 4) return results;
  for (std::size_t list = 0; list < list_count(counts); ++list) {
    const Counts left = leave_out_list(counts, list);
    const std::int64_t observed = seen(left);
    if (observed == 0) continue;
    const BacktestedPosterior posterior =
        backtested_posterior(left, with_dependent(options, masks_without(options.dependent, list)));
    const double n = static_cast<double>(observed);
    results.push_back({.list = list,
                       .observed = observed,
                       .median = n + posterior.unlisted_quantile(0.5),
                       .low = n + posterior.unlisted_quantile(0.05),
                       .high = n + posterior.unlisted_quantile(0.95)});
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
      const BacktestedPosterior posterior = backtested_posterior(
          merged, with_dependent(options, masks_merged(options.dependent, first, second)));
      const double n = static_cast<double>(seen(merged));
      results.push_back({.first = first,
                         .second = second,
                         .median = n + posterior.unlisted_quantile(0.5),
                         .low = n + posterior.unlisted_quantile(0.05),
                         .high = n + posterior.unlisted_quantile(0.95)});
    }
  }
  return results;
}

std::vector<ListsAdded> add_lists_in_turn(std::span<const std::int64_t> counts,
                                          const BacktestedOptions& options) {
  std::vector<ListsAdded> results;
  if (list_count(counts) < 4) return results;
  for (std::size_t lists = 3; lists <= list_count(counts); ++lists) {
    Counts first(std::size_t{1} << lists);
    for (std::size_t mask = 1; mask < counts.size(); ++mask)
      first[mask & (first.size() - 1)] += counts[mask];
    first[0] = 0;
    const std::int64_t observed = seen(first);
    if (observed == 0) continue;
    std::vector<std::uint32_t> dependent = options.dependent;
    std::erase_if(dependent, [&](std::uint32_t pair) { return pair >= first.size(); });
    const BacktestedPosterior posterior =
        backtested_posterior(first, with_dependent(options, std::move(dependent)));
    const double n = static_cast<double>(observed);
    results.push_back({.lists = lists,
                       .observed = observed,
                       .median = n + posterior.unlisted_quantile(0.5),
                       .low = n + posterior.unlisted_quantile(0.05),
                       .high = n + posterior.unlisted_quantile(0.95)});
  }
  return results;
}

}  // namespace sanaq::estimate
