// The number from latent classes (Manrique-Vallier 2016), with its draws and whether they can be
// trusted. docs/method/latent-classes.md.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {

// Chains come in eights: options.chains is rounded up. After options.warmup sweeps each chain keeps
// one of every 20; where chains do not agree the run is made again twice as long, at most twice,
// going on from where it stood. Three lists or more. The total has no cap; its tail is so heavy
// that only quantiles mean something: `mean` is the median too.
[[nodiscard]] Summary estimate_latent_classes(const CaptureTable& table, const Options& options,
                                              base::Progress& progress);

}  // namespace sanaq::estimate
