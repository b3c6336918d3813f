// Log-linear models for tables with many empty overlaps, after Chan, Silverman and Vincent 2021
// (Journal of the American Statistical Association 116): interactions of two lists enter one by
// one, the likelihood ratio decides, and no number is given if the chosen model has none.
// docs/method/loglinear.md.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

inline constexpr double entry_p_value = 0.02;  // as in their paper

// The pairs of lists that enter, in a forward selection from none. A pair that makes the total
// endless enters too, and the selection then stops: a better fit without a finite number is a
// reason to refuse, not to look elsewhere.
struct SparseChoice {
  Hierarchy model;
  LoglinearFit fit;
  double p_value = 1;  // that of the pair that entered last
};
[[nodiscard]] SparseChoice choose_pairs(const LoglinearData& data, const Hierarchy& always = {});

[[nodiscard]] Summary estimate_sparse(const CaptureTable& table, const Options& options,
                                      base::Progress& progress);

}  // namespace sanaq::estimate
