// Bootstrap intervals that include the uncertainty of the choice of the model: bias-corrected and
// accelerated (BCa; Efron 1987), with a new choice for every resample (Silverman, Chan, Vincent
// 2024, Statistics and Computing 34).
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the number of unlisted from the model that is chosen for a table; infinite if the chosen
// model is endless.
using ChosenUnlisted = std::function<double(const LoglinearData&)>;

struct Bootstrap {
  std::vector<double> totals;  // one for each resample, ascending; infinite ones last
  double bias = 0;             // z0: normal quantile of the share of totals below the estimate
  double acceleration = 0;     // from the jackknife over persons
  [[nodiscard]] double limit(double probability) const;
  [[nodiscard]] Interval interval(double level) const;  // named "bootstrap"
};

// Draws persons with replacement, each resample from a stream of its own, so that the result is the
// same on any number of threads. `total` is the estimate from the table itself. Throws
// Error{stopped} once the progress says so.
[[nodiscard]] Bootstrap bootstrap(const LoglinearData& data, double total, int resamples,
                                  const ChosenUnlisted& choose, std::uint64_t seed, int threads,
                                  const base::Progress& progress);

}  // namespace sanaq::estimate
