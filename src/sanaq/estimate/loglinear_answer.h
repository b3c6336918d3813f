// What the answers from log-linear models have in common: making a number with its interval, or a
// reason, from a fitted model.
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns a summary with lists, observed, seed, and what the table itself says; with a reason if
// there are too many lists for these models.
[[nodiscard]] Summary loglinear_summary(const CaptureTable& table, const Options& options,
                                        Method method);

// Fills the estimate and its intervals at 90 and 95 %: by profile likelihood if all lists covered
// everybody, otherwise log-normal for the unlisted. `fit` must not be endless.
void fill_loglinear_estimate(const LoglinearData& data, const Hierarchy& model,
                             const LoglinearFit& fit, Summary& summary);

// Adds the bootstrap's intervals; the one at 95 % becomes that of the estimate.
struct Bootstrap;
void apply_bootstrap(const Bootstrap& bootstrap, Summary& summary);

// Adds why the chosen model gives no number: its likelihood has no maximum, or does not determine
// it.
void say_endless(const Hierarchy& model, const LoglinearData& data, const LoglinearFit& fit,
                 Summary& summary);

}  // namespace sanaq::estimate
