#include "sanaq/exchange/estimate_json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace sanaq::exchange {

TEST(EstimateJson, WhatIsNotFiniteIsNullAndComesBackAsNotANumber) {
  EXPECT_TRUE(number(std::numeric_limits<double>::infinity()).is_null());
  EXPECT_TRUE(std::isnan(number_from(nullptr)));
  EXPECT_EQ(number_from(number(1.5)), 1.5);
  EXPECT_FALSE(optional_from(number(std::optional<double>())).has_value());
  EXPECT_EQ(optional_from(number(std::optional(2.5))), 2.5);
}

TEST(EstimateJson, AnEstimateComesBackAsItWas) {
  const estimate::Estimate whole{367, 371.5, {"average", 0.9, 331, 517}};
  const auto again = estimate_from(estimate_json(whole));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->median, 367);
  EXPECT_EQ(again->mean, 371.5);
  EXPECT_EQ(again->interval.name, "average");
  EXPECT_EQ(again->interval.level, 0.9);
  EXPECT_EQ(again->interval.low, 331);
  EXPECT_EQ(again->interval.high, 517);
  EXPECT_FALSE(estimate_from(estimate_json(std::nullopt)).has_value());
}

}  // namespace sanaq::exchange
