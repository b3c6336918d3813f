#include "sanaq/estimate/predictive.h"

#include <gtest/gtest.h>

#include <cmath>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/covered_average.h"

namespace sanaq::estimate {
namespace {

TEST(Predictive, AModelThatMadeTheTableIsNotFoundWrong) {
  num::Rng rng(3, "test.predictive");
  int small = 0;
  for (int table = 0; table < 60; ++table) {
    const std::vector<double> means{40, 12, 3, 25, 8, 2, 1};
    std::vector<PredictedCell> cells;
    for (std::uint32_t cell = 0; cell < means.size(); ++cell)
      cells.push_back({cell + 1, 0, rng.poisson(means[cell]), 0, 0, 0});
    Replicates replicates(cells);
    for (int draw = 0; draw < 200; ++draw) replicates.add(means, rng);
    small += replicates.prediction().p_value < 0.1 ? 1 : 0;
  }
  EXPECT_LT(small, 15);
}

TEST(Predictive, AWrongModelIsFound) {
  num::Rng rng(3, "test.predictive");
  Replicates replicates({{1, 0, 90, 0, 0, 0}, {2, 0, 10, 0, 0, 0}});
  for (int draw = 0; draw < 500; ++draw) replicates.add({50, 50}, rng);
  const Prediction prediction = replicates.prediction();
  EXPECT_LT(prediction.p_value, 0.01);
  EXPECT_GT(prediction.cells[0].observed, prediction.cells[0].high);
}

TEST(Predictive, TheAverageExpectsWhatWasSeen) {
  const std::vector<std::int64_t> counts{0, 60, 50, 12, 70, 14, 11, 9};
  const auto posterior = backtested_posterior(counts, {});
  const auto fits = fits_that_matter(posterior.unlisted, posterior.by_model);
  const auto prediction = predict_cells(coverage_data(table_of_counts(counts)), fits, 1);
  ASSERT_EQ(prediction.cells.size(), 7u);
  for (const PredictedCell& cell : prediction.cells) {
    EXPECT_LE(cell.low, static_cast<double>(cell.observed));
    EXPECT_GE(cell.high, static_cast<double>(cell.observed));
  }
  EXPECT_GT(prediction.p_value, 0.1);
}

}  // namespace
}  // namespace sanaq::estimate
