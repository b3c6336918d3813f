#include "sanaq/report/json_parts.h"

#include <gtest/gtest.h>

#include <limits>

namespace sanaq::report {

TEST(JsonParts, WhatIsNoFiniteNumberIsNull) {
  EXPECT_TRUE(number(std::numeric_limits<double>::infinity()).is_null());
  EXPECT_TRUE(number(std::numeric_limits<double>::quiet_NaN()).is_null());
  EXPECT_TRUE(number(std::optional<double>()).is_null());
  EXPECT_EQ(1.5, number(1.5));
}

TEST(JsonParts, AnIntervalHasItsLevelAndBothEnds) {
  EXPECT_TRUE(point_and_interval(std::nullopt).is_null());
  const Json json = point_and_interval(estimate::Estimate{20, 22, {"back-tested", 0.9, 13, 40}});
  EXPECT_EQ(20, json.at("median"));
  EXPECT_EQ(22, json.at("mean"));
  EXPECT_EQ(0.9, json.at("interval").at("level"));
  EXPECT_EQ(13, json.at("interval").at("low"));
  EXPECT_EQ(40, json.at("interval").at("high"));
}

}  // namespace sanaq::report
