#include "sanaq/report/result_json.h"

#include <gtest/gtest.h>

namespace sanaq::report {

TEST(ResultJson, AnEstimateHasTheKeysThatProgramsRead) {
  estimate::Summary summary;
  summary.observed = 12;
  summary.method = estimate::Method::automatic;
  summary.estimate = estimate::Estimate{20, 22, {"back-tested", 0.9, 13, 40}};
  summary.seed = 18446744073709551615ULL;
  const Json json = estimate_result(summary, base::Catalog("en"), {{"cells.csv", "abc"}});
  for (const char* key :
       {"lists", "observed", "method", "estimate", "unlisted", "usable", "reasons", "intervals",
        "diagnostics", "alternatives", "seed", "version", "inputs"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_EQ(json.at("seed"), "18446744073709551615");
  EXPECT_EQ(json.at("method"), "auto");
  EXPECT_EQ(json.at("estimate").at("interval").at("high"), 40);
}

TEST(ResultJson, WithoutAFiniteNumberTheEstimateIsNull) {
  EXPECT_TRUE(estimate_result({}, base::Catalog("en"), {}).at("estimate").is_null());
}

}  // namespace sanaq::report
