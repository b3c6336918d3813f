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

// None where the method does not apply: fewer than three lists or more than seven, nobody listed,
// or persons whom fewer than three lists covered (those whom the same lists covered are estimated
// apart and added up). The interval is the posterior's at 95 %.
[[nodiscard]] std::optional<Summary> estimate_decomposable(const CaptureTable& table,
                                                           const Options& options,
                                                           base::Progress& progress);

// The smallest total t with P(total <= t) >= level, to the whole number. 0 < level < 1.
[[nodiscard]] double total_quantile(const DecomposablePosterior& posterior, double level);

}  // namespace sanaq::estimate
