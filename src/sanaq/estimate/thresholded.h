// Log-linear models with thresholded priors (Silverman 2020, JRSS A 183, section 4): interactions
// of two lists that the posterior holds to be near 0 are dropped.
//
// log mu_s as in loglinear_fit.h with all interactions of two lists; u_g and the lists' effects
// normal(0, 100), interactions normal(0, 1). Those whose posterior mean is less than two of its
// standard deviations are dropped, the rest fitted again with the same priors; the total is n + the
// sum of exp(u_g). Sampled by importance from a t distribution about the mode: no chain that would
// have to converge. docs/method/loglinear.md.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

inline constexpr double threshold = 2;

// `always`: interactions of two lists that are kept whatever their draws say.
struct ThresholdedPosterior {
  Hierarchy model;               // interactions kept
  std::vector<double> unlisted;  // draws, equally weighted
  double effective = 0;          // how many independent draws their weights are worth
};
[[nodiscard]] ThresholdedPosterior thresholded_posterior(const LoglinearData& data, int draws,
                                                         std::uint64_t seed,
                                                         const Hierarchy& always = {});

[[nodiscard]] Summary estimate_thresholded(const CaptureTable& table, const Options& options,
                                           base::Progress& progress);

}  // namespace sanaq::estimate
