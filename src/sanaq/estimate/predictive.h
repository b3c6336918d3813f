// What the model would expect for each observed cell: a check of the model on its own data.
//
// New tables (replicates) are drawn from the posterior; if an observed count is outside nearly all
// of them, the model does not fit there. Gelman, Meng, Stern 1996 (Statistica Sinica 6), with the
// distance of Freeman and Tukey. It cannot show whether the cell of those on no list fits.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/estimate/covered_fit.h"
#include "sanaq/estimate/predicted_cell.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {

// Collects replicates of a table with known expectations.
class Replicates {
 public:
  explicit Replicates(std::vector<PredictedCell> cells) : cells_(std::move(cells)) {}
  // Adds one replicate: Poisson counts with these means, one for each cell.
  void add(const std::vector<double>& means, num::Rng& rng);
  [[nodiscard]] Prediction prediction() const;  // needs one replicate or more

 private:
  std::vector<PredictedCell> cells_;
  std::vector<std::vector<double>> drawn_;  // [cell][replicate]
  std::vector<double> mean_sum_;
  std::int64_t farther_ = 0, count_ = 0;
};

// One of the forty models at one number of the base group's unlisted, with its posterior weight.
struct WeightedFit {
  std::size_t model = 0;
  double unlisted = 0, weight = 0;
};
[[nodiscard]] Prediction predict_cells(const CoverageData& data,
                                       const std::vector<WeightedFit>& fits, std::uint64_t seed);

// Returns, for each model with a noticeable weight, fits at the 10, 50 and 90 % quantiles of its
// unlisted.
[[nodiscard]] std::vector<WeightedFit> fits_that_matter(
    const std::vector<double>& unlisted, const std::vector<std::vector<double>>& by_model);

}  // namespace sanaq::estimate
