// The number from log-linear models: every hierarchical one is fitted, a criterion chooses, the
// others show how sure the choice is. docs/method/loglinear.md.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/loglinear_fit.h"

namespace sanaq::estimate {

// BIC: Schwarz 1978, with the observed persons as n. AIC: Akaike 1973. AICc: Hurvich and Tsai 1989.
enum class Criterion { bic, aic, aicc };
[[nodiscard]] double criterion_value(Criterion criterion, const LoglinearFit& fit,
                                     std::int64_t observed);

struct RankedModel {
  Hierarchy model;
  LoglinearFit fit;
  double criterion = 0;
  double weight = 0;  // exp(-criterion / 2), summing to 1 over all models, endless ones included
                      // (Buckland et al. 1997)
};

// All models of 2 to 5 lists; beyond, those that a climb by single interactions meets from the one
// without. Best first.
[[nodiscard]] std::vector<RankedModel> rank_models(const LoglinearData& data, Criterion criterion,
                                                   std::int64_t observed, int threads);

[[nodiscard]] Summary estimate_loglinear(const CaptureTable& table, const Options& options,
                                         base::Progress& progress,
                                         Criterion criterion = Criterion::bic);

}  // namespace sanaq::estimate
