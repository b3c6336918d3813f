// Bootstrap intervals that contain the doubt about which model was chosen: bias-corrected and
// accelerated (BCa; Efron 1987), every resample with a choice of its own (Silverman, Chan, Vincent
// 2024, Statistics and Computing 34).
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// The unlisted that a choice of model gives on a table; infinite where the chosen model is endless.
using ChosenUnlisted = std::function<double(const LoglinearData&)>;

struct Bootstrap {
  std::vector<double> totals;  // of each resample, ascending; infinite ones last
  double bias = 0;             // z0: normal quantile of the share of totals below the estimate
  double acceleration = 0;     // from the jackknife over persons
  [[nodiscard]] double limit(double probability) const;
  [[nodiscard]] Interval interval(double level) const;  // name "bootstrap"
};

// Persons are drawn with replacement, each resample from its own stream: the same bytes on any
// number of threads. `total` is the estimate on the table itself.
[[nodiscard]] Bootstrap bootstrap(const LoglinearData& data, double total, int resamples,
                                  const ChosenUnlisted& choose, std::uint64_t seed, int threads);

}  // namespace sanaq::estimate
