// Draws of the total as CSV for other programs: draw,total and, with strata, a column for each, so
// that every row adds up.
#pragma once
#include <string>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

// Plain UTF-8 with commas. Throws Error{usage} for a method that has no draws.
[[nodiscard]] std::string total_draws_csv(const estimate::Summary& summary);

}  // namespace sanaq::exchange
