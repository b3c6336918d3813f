// What somebody knew of the total before the lists were seen: from a survey, a census, a range.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sanaq::estimate {

// What somebody knew of the total beforehand. A survey: with probability 0.9 between low and high
// (log-normal). A range, as from a census: between low and high for certain, each total in it as
// likely as without a prior (1/N). 0 < low < high.
struct TotalPrior {
  double low = 0, high = 0;
  bool is_range = false;
};

// What was known of the undercount: the share of all persons that is on no list, 0 <= low < high <
// 1, in the two senses of TotalPrior.
struct UnlistedShare {
  double low = 0, high = 0;
  bool is_range = false;
};

// The log density of the prior of N against the flat 1/N that every model here has, up to a
// constant: log N normal, with probability 0.9 between low and high.
[[nodiscard]] double log_prior_ratio(const std::optional<TotalPrior>& prior, double total);

// Draws of the total made under 1/N become draws under the prior: each is kept as often as its
// weight says (systematic resampling).
struct KeptDraws {
  std::vector<std::size_t> kept;  // as many as there were
  double effective = 0;  // how many carry weight (Kish): few, where lists and prior disagree
};
[[nodiscard]] KeptDraws draws_under_prior(const std::vector<double>& totals,
                                          const std::optional<TotalPrior>& prior,
                                          std::uint64_t seed);

// The same by the logarithms of any weights. None that is finite: the draws as they are,
// `effective` is 0.
[[nodiscard]] KeptDraws keep_by_weight(std::vector<double> log_weights, std::uint64_t seed);

// The total where a share of all persons is known to be on no list: n / (1 - share).
[[nodiscard]] TotalPrior prior_from_unlisted_share(const UnlistedShare& share, double observed);

// How improbable so great a distance between the prior and the lists is. `totals`: draws of the
// total made without the prior. Log-normal: 2 min(P(A < B), P(A > B)) of a draw A from the prior
// and one B from the lists, the conflict of Marshall and Spiegelhalter (2007), section 3; where
// both are normal it is Box's prior predictive p-value (1980). A range: of its total that suits the
// lists best, 2 min(P(B >= low), P(B <= high)). At most 1.
[[nodiscard]] double prior_conflict(const TotalPrior& prior, const std::vector<double>& totals);

// The same middle, twice the width on the logarithmic scale.
[[nodiscard]] TotalPrior twice_as_wide(const TotalPrior& prior);

}  // namespace sanaq::estimate
