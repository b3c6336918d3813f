// From draws of the total to a point and its intervals.
#pragma once
#include <string>
#include <vector>

#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// The quantile that is the lower limit of an interval: 1 minus it is the upper one. "back-tested"
// intervals have that of backtested.h, all others (1 - level) / 2.
[[nodiscard]] double tail_of(const std::string& name, double level);

// Median, mean and the interval between the two quantiles, rounded to whole persons. `draws` in any
// order, not empty.
[[nodiscard]] Estimate estimate_from_draws(std::vector<double> draws, const std::string& name,
                                           double level);

// Total, unlisted, intervals at 90 and 95 % and draws of `summary`, whose `observed` is there.
void fill_from_draws(std::vector<double> totals, const std::string& name, double level,
                     Summary& summary);

}  // namespace sanaq::estimate
