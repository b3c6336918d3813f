// The estimate from latent classes (Manrique-Vallier 2016), with its draws and whether they can be
// trusted. docs/method/latent-classes.md.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Chains run in groups of eight, so options.chains is rounded up. After options.warmup sweeps each
// chain keeps one of every 20. If the chains do not agree, the run is continued to twice its
// length, at most twice. Needs three lists or more. The total has no upper bound, and its tail is
// so heavy that only quantiles are meaningful; `mean` is therefore the median too.
[[nodiscard]] Summary estimate_latent_classes(const CaptureTable& table, const Options& options,
                                              base::Progress& progress);

// Estimates many nearly equal tables (the sampled registers of one stratum). Each has a short run
// of options.draws draws that continues from where the last ended. All answers have draws, but none
// has intervals of its own besides the median. Convergence is judged over all tables together; if
// the chains do not agree, the runs are repeated, twice and four times as long. Each table needs
// three lists or more. Throws Error{stopped} if `progress` says so.
[[nodiscard]] std::vector<Summary> estimate_latent_classes_in_turn(
    const std::vector<CaptureTable>& tables, const Options& options,
    const base::Progress& progress = base::Progress());

}  // namespace sanaq::estimate
