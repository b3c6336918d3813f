// How many were never listed: from a capture table to a number with its interval, or a reason why
// there is none.
#pragma once
#include <functional>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Lists are settled first (settled_lists.h), so that `lists` of the answer may be fewer than those
// of the table.
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress);

// The same. `meanwhile` is called once where there is a number, with an answer that lacks the
// latent classes beside it: they may still be running, and what is done meanwhile costs no time.
using Meanwhile = std::function<void(const Summary& so_far)>;
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress, const Meanwhile& meanwhile);

}  // namespace sanaq::estimate
