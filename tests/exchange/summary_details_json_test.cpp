#include "sanaq/exchange/summary_details_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/estimate/strata.h"
#include "sanaq/exchange/summary_json.h"

namespace sanaq::exchange {
namespace {

TEST(SummaryDetailsJson, ComeBackAsTheyWere) {
  base::Progress silent;
  estimate::CaptureTable table{{"a", "b", "c", "d"}, {}};
  const std::int64_t counts[16] = {0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};
  for (std::uint32_t mask = 1; mask < 16; ++mask) table.cells.push_back({mask, 0, counts[mask]});
  const std::vector<estimate::Stratum> strata{{"m", table, {}}, {"w", table, {}}};
  const estimate::Summary summary = estimate::estimate_strata(
      strata, {.dependent_lists = {{"a", "b"}}, .alternatives = false}, silent);
  const nlohmann::json json = summary_json(summary);
  const estimate::Summary again = summary_from_json(json);
  EXPECT_EQ(summary_json(again), json);
  EXPECT_EQ(again.strata[1].draws, summary.strata[1].draws);
  EXPECT_EQ(again.prior_answers.size(), summary.prior_answers.size());
  EXPECT_EQ(again.prior_answers[0].prior, summary.prior_answers[0].prior);
  EXPECT_EQ(again.dependent_lists, (std::vector<estimate::DependentLists>{{"a", "b"}}));
  EXPECT_EQ(again.cells.size(), summary.cells.size());
  EXPECT_GT(again.merged_lists.size(), 0u);
}

}  // namespace
}  // namespace sanaq::exchange
