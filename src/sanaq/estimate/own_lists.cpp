#include "sanaq/estimate/own_lists.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "sanaq/estimate/dependent_lists.h"

namespace sanaq::estimate {

std::size_t without_bit(std::size_t mask, std::size_t bit) {
  const std::size_t low = mask & ((std::size_t{1} << bit) - 1);
  return low | ((mask >> (bit + 1)) << bit);
}

std::vector<std::int64_t> hide_list(std::span<const std::int64_t> counts, std::size_t list) {
  std::vector<std::int64_t> hidden(counts.size() / 2);
  for (std::size_t mask = 0; mask < counts.size(); ++mask) {
    if (((mask >> list) & 1) != 0) hidden[without_bit(mask, list)] += counts[mask];
  }
  return hidden;
}

std::vector<Hiding> hide_each(std::span<const std::int64_t> counts,
                              const BacktestedOptions& options) {
  std::vector<Hiding> hidings;
  const auto lists = static_cast<std::size_t>(std::countr_zero(counts.size()));
  if (lists < 4) return hidings;
  std::int64_t overlapping = 0;
  for (std::size_t mask = 0; mask < counts.size(); ++mask) {
    if (std::popcount(mask) > 1) overlapping += counts[mask];
  }
  const bool weighs = overlapping >= overlapping_min;
  for (std::size_t list = 0; list < lists; ++list) {
    const std::vector<std::int64_t> hidden = hide_list(counts, list);
    const std::int64_t truth = std::accumulate(hidden.begin(), hidden.end(), std::int64_t{0});
    if (truth == hidden[0]) continue;
    BacktestedOptions each = options;
    each.total_prior.reset();
    each.model_log_weight.clear();
    each.dependent = masks_without(options.dependent, list);
    each.known_unlisted = static_cast<double>(hidden[0]);
    hidings.push_back({list, truth, backtested_posterior(hidden, each), weighs});
  }
  return hidings;
}

std::vector<double> weights_of_hidings(const std::vector<Hiding>& hidings,
                                       std::optional<std::size_t> except) {
  std::vector<double> weights(averaged_models().size(), 0.0);
  std::size_t used = 0;
  for (const Hiding& hiding : hidings) {
    if (hiding.list == except) continue;
    ++used;
    for (std::size_t model = 0; model < weights.size(); ++model)
      weights[model] += own_lists_power * hiding.posterior.log_known[model];
  }
  const bool is_thin = std::any_of(hidings.begin(), hidings.end(),
                                   [](const Hiding& hiding) { return !hiding.weighs; });
  if (used < hidings_min || is_thin) return std::vector<double>(weights.size(), 0.0);
  const double most = *std::max_element(weights.begin(), weights.end());
  for (double& weight : weights) weight -= most;
  return weights;
}

}  // namespace sanaq::estimate
