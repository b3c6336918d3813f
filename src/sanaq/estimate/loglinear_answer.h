// What the answers by log-linear models have in common: a fitted model becomes a number with its
// interval, or a reason.
#pragma once
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/loglinear_fit.h"

namespace sanaq::estimate {

// Lists, observed, seed, and what the table itself says; a reason where there are too many lists
// for these models.
[[nodiscard]] Summary loglinear_summary(const CaptureTable& table, const Options& options,
                                        Method method);

// Estimate and intervals at 90 and 95 %: by profile likelihood where all lists covered everybody,
// log-normal for the unlisted otherwise. `fit` is not endless.
void fill_loglinear_estimate(const LoglinearData& data, const Hierarchy& model,
                             const LoglinearFit& fit, Summary& summary);

void say_endless(const Hierarchy& model, const LoglinearData& data, Summary& summary);

}  // namespace sanaq::estimate
