// From draws of the total to a point and its intervals.
#pragma once
#include <string>
#include <vector>

#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {

// Median, mean and the equal-tailed interval, rounded to whole persons. `draws` in any order, not
// empty.
[[nodiscard]] Estimate estimate_from_draws(std::vector<double> draws, const std::string& name,
                                           double level);

// Total, unlisted, intervals at 90 and 95 % and draws of `summary`, whose `observed` is there.
void fill_from_draws(std::vector<double> totals, const std::string& name, double level,
                     Summary& summary);

}  // namespace sanaq::estimate
