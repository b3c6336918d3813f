// What somebody knew about the total before the lists were seen: from a survey, a census, or a
// range.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sanaq::estimate {

// Prior knowledge about the total, with 0 < low < high. From a survey: the total is between low and
// high with probability 0.9 (log-normal). As a range, such as from a census: it is certainly
// between them, and its distribution there is that without a prior (1/N).
struct TotalPrior {
  double low = 0, high = 0;
  bool is_range = false;
};

// Prior knowledge about the undercount: the share of all persons that is on no list, with 0 <= low
// < high < 1, in the two senses of TotalPrior.
struct UnlistedShare {
  double low = 0, high = 0;
  bool is_range = false;
};

// Returns the log of the ratio of the prior density of N to the flat 1/N that every model here has,
// up to a constant; 0 without a prior. From a survey, log N is normal, with probability 0.9 between
// low and high; for a range it is 0 inside and minus infinity outside.
[[nodiscard]] double log_prior_ratio(const std::optional<TotalPrior>& prior, double total);

// Draws of the total that were made under 1/N, turned into draws under the prior: each is kept as
// often as its weight says (systematic resampling).
struct KeptDraws {
  std::vector<std::size_t> kept;  // indices of draws, as many as there were
  double effective = 0;  // effective number of draws (Kish): small if lists and prior disagree
};
[[nodiscard]] KeptDraws draws_under_prior(const std::vector<double>& totals,
                                          const std::optional<TotalPrior>& prior,
                                          std::uint64_t seed);

// Does the same with any weights, given by their logarithms. If none is finite, all draws are kept
// as they are and `effective` is 0.
[[nodiscard]] KeptDraws keep_by_weight(std::vector<double> log_weights, std::uint64_t seed);

// Returns the prior of the total that follows from a share on no list: n / (1 - share).
[[nodiscard]] TotalPrior prior_from_unlisted_share(const UnlistedShare& share, double observed);

// Returns how improbable so great a distance between the prior and the lists is; at most 1.
// `totals` are draws of the total made without the prior. For a log-normal prior it is 2 min(P(A <
// B), P(A > B)) for a draw A from the prior and B from the lists, the conflict of Marshall and
// Spiegelhalter (2007), section 3; if both are normal it is Box's prior predictive p-value (1980).
// For a range it is that of the total in it that agrees best with the lists, 2 min(P(B >= low), P(B
// <= high)).
[[nodiscard]] double prior_conflict(const TotalPrior& prior, const std::vector<double>& totals);

// Returns a prior with the same middle and twice the width on the logarithmic scale.
[[nodiscard]] TotalPrior twice_as_wide(const TotalPrior& prior);

}  // namespace sanaq::estimate
