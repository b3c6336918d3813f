// Has a sampler converged, and how much do its draws say: rank-normalised R-hat, effective sample
// sizes, quantiles.
//
// `chains`: one vector a chain, all of the same length (the last draw of an odd length is left out
// by splitting). A constant or too short (< 4 draws) input has no answer: none, never NaN. Vehtari,
// Gelman, Simpson, Carpenter, Bürkner 2021 (Bayesian Analysis 16).
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace sanaq::num {

using Chains = std::vector<std::vector<double>>;

// The larger of bulk and folded, rank-normalised.
[[nodiscard]] std::optional<double> split_rhat(const Chains& chains);
[[nodiscard]] std::optional<double> ess_bulk(const Chains& chains);
// The smaller of the 5 % and 95 % quantiles' sizes.
[[nodiscard]] std::optional<double> ess_tail(const Chains& chains);
// All three of the same chains, whose draws are put in order once.
struct Convergence {
  std::optional<double> rhat, ess_bulk, ess_tail;
};
[[nodiscard]] Convergence convergence(const Chains& chains);

// Type 7 quantile (R's default) of values in any order; values must not be empty.
[[nodiscard]] double quantile(std::span<const double> values, double probability);
[[nodiscard]] double quantile_sorted(std::span<const double> ascending, double probability);

}  // namespace sanaq::num
