// Makes a point estimate and intervals from draws of the total.
#pragma once
#include <string>
#include <vector>

#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the quantile that is the lower limit of an interval; the upper limit is the quantile 1
// minus it. For "back-tested" intervals it is that of backtested.h, for all others (1 - level) / 2.
[[nodiscard]] double tail_of(const std::string& name, double level);

// Returns the median, the mean and the interval between the two quantiles, rounded to whole
// persons. `draws` may be in any order but not empty.
[[nodiscard]] Estimate estimate_from_draws(std::vector<double> draws, const std::string& name,
                                           double level);

// Fills the total, the unlisted, the intervals at 90 and 95 % and the draws of `summary`, whose
// `observed` must be set.
void fill_from_draws(std::vector<double> totals, const std::string& name, double level,
                     Summary& summary);

}  // namespace sanaq::estimate
