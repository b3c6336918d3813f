// The draws of the total as CSV for other programs: draw,total and, if there are strata, a column
// for each, which add up to the total in every row.
#pragma once
#include <string>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

// Returns plain UTF-8 with commas. Throws Error{usage} if the method has no draws.
[[nodiscard]] std::string total_draws_csv(const estimate::Summary& summary);

}  // namespace sanaq::exchange
