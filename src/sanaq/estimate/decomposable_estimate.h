// The average over decomposable graphs as an answer: point, interval, and when not to trust it
// (`--method dga`).
#pragma once
#include <optional>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/decomposable.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns nullopt if the method does not apply: fewer than three lists or more than seven, nobody
// listed, or persons whom fewer than three lists covered. Persons whom different lists covered are
// estimated separately and added up. The interval is the 95 % interval of the posterior.
[[nodiscard]] std::optional<Summary> estimate_decomposable(const CaptureTable& table,
                                                           const Options& options,
                                                           base::Progress& progress);

// Returns the smallest total t, a whole number, with P(total <= t) >= level. 0 < level < 1.
[[nodiscard]] double total_quantile(const DecomposablePosterior& posterior, double level);

}  // namespace sanaq::estimate
