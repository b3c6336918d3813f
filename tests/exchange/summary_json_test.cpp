#include "sanaq/exchange/summary_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::exchange {

TEST(SummaryJson, ComesBackAsItWas) {
  estimate::Summary summary;
  summary.lists = {"a", "b", "c"};
  summary.observed = 12;
  summary.method = estimate::Method::automatic;
  summary.estimate = estimate::Estimate{20, 22, {"back-tested", 0.9, 13, 40}};
  summary.unlisted = estimate::Estimate{8, 10, {"back-tested", 0.9, 1, 28}};
  summary.total_draws = {13, 20, 40};
  summary.reasons = {base::message("because {}", 3)};
  summary.register_count = 25;
  summary.link_share = 0.07;
  summary.hidden_lists = {{.list = 1, .truth = 7, .median = 6, .low = 4, .high = 12}};
  summary.chao_lower_bound = 14;
  summary.chao_with_list_effects = 13.5;
  summary.seed = 18446744073709551615ULL;
  const estimate::Summary back = summary_from_json(summary_json(summary));
  EXPECT_EQ(back.estimate->interval.high, 40);
  EXPECT_EQ(back.total_draws, summary.total_draws);
  EXPECT_EQ(back.reasons, summary.reasons);
  EXPECT_EQ(back.register_count, 25);
  EXPECT_EQ(back.link_share, 0.07);
  EXPECT_EQ(back.hidden_lists[0].truth, 7);
  EXPECT_EQ(back.chao_lower_bound, 14);
  EXPECT_EQ(back.chao_with_list_effects, 13.5);
  EXPECT_EQ(back.seed, summary.seed);
}

}  // namespace sanaq::exchange
