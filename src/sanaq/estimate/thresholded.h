// Log-linear models with thresholded priors (Silverman 2020, JRSS A 183, section 4): interactions
// of two lists that the posterior holds to be near 0 are dropped.
//
// log mu_s is as in loglinear_fit.h with all interactions of two lists; u_g and the lists' effects
// are normal(0, 100), interactions normal(0, 1). Interactions whose posterior mean is less than two
// of its standard deviations are dropped, and the rest is fitted again with the same priors; the
// total is n + the sum of exp(u_g). The posterior is sampled by importance from a t distribution
// about the mode, so that no chain has to converge. docs/method/loglinear.md.
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

// In the function below, `always` has interactions of two lists that are kept whatever their draws
// say.
struct ThresholdedPosterior {
  Hierarchy model;               // interactions kept
  std::vector<double> unlisted;  // draws, equally weighted
  double effective = 0;          // effective sample size of their importance weights
};
[[nodiscard]] ThresholdedPosterior thresholded_posterior(const LoglinearData& data, int draws,
                                                         std::uint64_t seed,
                                                         const Hierarchy& always = {});

[[nodiscard]] Summary estimate_thresholded(const CaptureTable& table, const Options& options,
                                           base::Progress& progress);

}  // namespace sanaq::estimate
