// What the answers by log-linear models have in common: a fitted model becomes a number with its
// interval, or a reason.
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Lists, observed, seed, and what the table itself says; a reason where there are too many lists
// for these models.
[[nodiscard]] Summary loglinear_summary(const CaptureTable& table, const Options& options,
                                        Method method);

// Estimate and intervals at 90 and 95 %: by profile likelihood where all lists covered everybody,
// log-normal for the unlisted otherwise. `fit` is not endless.
void fill_loglinear_estimate(const LoglinearData& data, const Hierarchy& model,
                             const LoglinearFit& fit, Summary& summary);

// The bootstrap's intervals; the one at 95 % becomes that of the estimate.
struct Bootstrap;
void apply_bootstrap(const Bootstrap& bootstrap, Summary& summary);

// Why the model chosen gives no number: its likelihood has no maximum, or shows none.
void say_endless(const Hierarchy& model, const LoglinearData& data, const LoglinearFit& fit,
                 Summary& summary);

}  // namespace sanaq::estimate
