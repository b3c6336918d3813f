// The number from latent classes (Manrique-Vallier 2016), with its draws and whether they can be
// trusted. docs/method/latent-classes.md.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Chains come in eights: options.chains is rounded up. After options.warmup sweeps each chain keeps
// one of every 20; where chains do not agree the run is made again twice as long, at most twice,
// going on from where it stood. Three lists or more. The total has no cap; its tail is so heavy
// that only quantiles mean something: `mean` is the median too.
[[nodiscard]] Summary estimate_latent_classes(const CaptureTable& table, const Options& options,
                                              base::Progress& progress);

// Many nearly equal tables (the sampled registers of one stratum), each with a short run of
// options.draws draws that goes on where the last ended; all have draws, none has intervals of its
// own beyond the median. The chains are judged over all tables together; where they do not agree
// the runs are made again, twice and four times as long. Three lists or more in each.
[[nodiscard]] std::vector<Summary> estimate_latent_classes_in_turn(
    const std::vector<CaptureTable>& tables, const Options& options);

}  // namespace sanaq::estimate
