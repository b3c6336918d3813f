// Whether a sampler has converged, and how much its draws are worth: rank-normalised R-hat,
// effective sample sizes, quantiles.
//
// `chains` has one vector of draws for each chain, all of the same length; each is split into
// halves, so that the last draw of an odd length is left out. For draws that are all equal, or
// fewer than 4 to a chain, the functions return nullopt, never NaN. Source: Vehtari, Gelman,
// Simpson, Carpenter, Bürkner 2021 (Bayesian Analysis 16).
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace sanaq::num {

using Chains = std::vector<std::vector<double>>;

// Returns the larger of the rank-normalised split R-hat of the draws (bulk) and of the folded
// draws.
[[nodiscard]] std::optional<double> split_rhat(const Chains& chains);
[[nodiscard]] std::optional<double> ess_bulk(const Chains& chains);
// Returns the smaller of the effective sample sizes of the 5 % and the 95 % quantile.
[[nodiscard]] std::optional<double> ess_tail(const Chains& chains);
// All three diagnostics of the same chains; cheaper together, since the draws are sorted once.
struct Convergence {
  std::optional<double> rhat, ess_bulk, ess_tail;
};
[[nodiscard]] Convergence convergence(const Chains& chains);

// Returns the type 7 quantile (R's default) of values in any order. `values` must not be empty.
[[nodiscard]] double quantile(std::span<const double> values, double probability);
[[nodiscard]] double quantile_sorted(std::span<const double> ascending, double probability);

}  // namespace sanaq::num
