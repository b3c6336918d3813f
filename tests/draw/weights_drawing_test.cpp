#include "sanaq/draw/weights_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(WeightsDrawing, TheMiddleIsOneHalfAndBeyondTheEndsIsInThem) {
  Weights weights{std::vector<std::int64_t>(60), .001, .999, .5};
  EXPECT_EQ(weight_bin(weights, .5), 30U);
  EXPECT_EQ(weight_bin(weights, 0), 0U);
  EXPECT_EQ(weight_bin(weights, 1), 59U);
  EXPECT_LT(weight_bin(weights, .1), weight_bin(weights, .2));
}

TEST(WeightsDrawing, TheLineCanBeMovedByAScript) {
  Weights weights{std::vector<std::int64_t>(60), .001, .999, .5};
  weights.pairs[59] = 1000;
  const std::string drawing = weights_drawing(weights, Voice("ru"), "w", "Pairs");
  EXPECT_NE(drawing.find("id=\"w-line\" x1=\"320.0\""), std::string::npos) << drawing;
  EXPECT_NE(drawing.find("data-left=\"20.0\""), std::string::npos);
  EXPECT_NE(drawing.find("0,5"), std::string::npos);
  EXPECT_EQ(weights_drawing({}, Voice("en"), "w", "Pairs"), "");
}

}  // namespace sanaq::draw
