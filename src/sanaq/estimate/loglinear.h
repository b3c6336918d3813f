// The estimate from log-linear models: every hierarchical one is fitted, a criterion chooses, and
// the others show how certain the choice is. docs/method/loglinear.md.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear_fit.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

[[nodiscard]] double criterion_value(Criterion criterion, const LoglinearFit& fit,
                                     std::int64_t observed);

struct RankedModel {
  Hierarchy model;
  LoglinearFit fit;
  double criterion = 0;
  // exp(-criterion / 2), normalised to sum to 1 over all models, endless ones included (Buckland et
  // al. 1997).
  double weight = 0;
};

// Returns models by their criterion, best first: all models of 2 to 5 lists that have the
// interactions of `always`; with more lists, those met by a stepwise search by single interactions
// from the one with no others. Throws Error{stopped} if `progress` says so.
[[nodiscard]] std::vector<RankedModel> rank_models(
    const LoglinearData& data, Criterion criterion, std::int64_t observed, int threads,
    const Hierarchy& always = {}, const base::Progress& progress = base::Progress());

[[nodiscard]] Summary estimate_loglinear(const CaptureTable& table, const Options& options,
                                         base::Progress& progress);

// The average of log unlisted over models with finite numbers, by weight, and its variance
// including the uncertainty of the choice (Buckland, Burnham and Augustin 1997, equation 9: the
// square of the weighted mean of sqrt(variance + squared distance from the average)).
struct AveragedModels {
  double unlisted = 0, log_variance = 0;
};
[[nodiscard]] AveragedModels average_models(const std::vector<RankedModel>& ranked);

}  // namespace sanaq::estimate
