// Estimates how many were never listed: from a capture table to a number with its interval, or a
// reason why there is none.
#pragma once
#include <functional>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the answer for a table. The lists are settled first (settled_lists.h), so that the
// answer may have fewer lists than the table. Throws what check_table, check_options and
// check_dependent_lists throw, and Error{stopped} if the user asks to stop.
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress);

// Returns the same. If there is a number, `meanwhile` is called once with an answer that still
// lacks the latent classes beside it: they may be running at that time, so that what is done in
// `meanwhile` costs no extra time.
using Meanwhile = std::function<void(const Summary& so_far)>;
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress, const Meanwhile& meanwhile);

}  // namespace sanaq::estimate
