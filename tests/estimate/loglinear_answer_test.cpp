#include "sanaq/estimate/loglinear_answer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "table_of_counts.h"

namespace sanaq::estimate {

TEST(LoglinearAnswer, BothIntervalsHoldTheEstimateAndTheWiderIsWider) {
  const auto table = table_of_counts({0, 69, 55, 21, 63, 17, 18, 28});
  const LoglinearData data = loglinear_data(table);
  Summary summary = loglinear_summary(table, {}, Method::loglinear);
  fill_loglinear_estimate(data, {}, fit_loglinear(data, {}), summary);
  ASSERT_EQ(summary.intervals.size(), 2U);
  EXPECT_LT(summary.intervals[1].low, summary.intervals[0].low);
  EXPECT_LT(summary.intervals[0].low, summary.estimate->median);
  EXPECT_LT(summary.estimate->median, summary.intervals[0].high);
  EXPECT_LT(summary.intervals[0].high, summary.intervals[1].high);
}

TEST(LoglinearAnswer, AnEndlessUpperLimitIsSaid) {
  const auto reasons = [](const std::vector<std::int64_t>& counts, const Hierarchy& model) {
    const auto table = table_of_counts(counts);
    const LoglinearData data = loglinear_data(table);
    Summary summary = loglinear_summary(table, {}, Method::loglinear);
    fill_loglinear_estimate(data, model, fit_loglinear(data, model), summary);
    return std::count_if(summary.reasons.begin(), summary.reasons.end(), [](const auto& reason) {
      return reason.english().find("no upper limit") != std::string::npos;
    });
  };
  const Hierarchy pairs{3, 5, 6};
  EXPECT_EQ(reasons({0, 52, 2, 23, 2, 22, 0, 0}, pairs), 1);  // B and C never meet
  EXPECT_EQ(reasons({0, 69, 55, 21, 63, 17, 18, 28}, pairs), 0);
  EXPECT_EQ(reasons({0, 69, 55, 21, 63, 17, 18, 28}, {}), 0);
}

TEST(LoglinearAnswer, WhatHardlyOverlapsGivesNoNumber) {
  const auto table = table_of_counts({0, 40, 30, 1, 20, 0, 0, 0});
  const LoglinearData data = loglinear_data(table);
  Summary summary = loglinear_summary(table, {}, Method::loglinear);
  fill_loglinear_estimate(data, {}, fit_loglinear(data, {}), summary);
  EXPECT_FALSE(summary.usable());
}

TEST(LoglinearAnswer, MoreListsThanTheModelsCanHaveAreRefused) {
  const Summary summary = loglinear_summary(
      {std::vector<std::string>(12, "list"), {{1, 0, 50}, {3, 0, 50}, {2, 0, 50}}}, {},
      Method::sparse);
  EXPECT_NE(summary.reasons.back().english().find("at most 10 lists"), std::string::npos);
}

}  // namespace sanaq::estimate
