#include "sanaq/draw/curve_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(CurveDrawing, TheLineRunsFromTheFirstRoundToTheLastAndFillsTheHeight) {
  const std::string drawing =
      curve_drawing({{2, 4, 3}, 2, "two", "four < five"}, Voice("en"), "c", "Shares");
  EXPECT_NE(drawing.find("points=\"96.0,140.0 362.0,12.0 628.0,76.0\""), std::string::npos)
      << drawing;
  EXPECT_NE(drawing.find("class=\"upright\" x1=\"495.0\""), std::string::npos);
  EXPECT_NE(drawing.find("four &lt; five"), std::string::npos);
  EXPECT_NE(drawing.find(">3</text>"), std::string::npos) << "the number of rounds";
}

TEST(CurveDrawing, WhatDoesNotChangeIsALevelLineAndOneRoundIsNone) {
  const std::string drawing = curve_drawing({{5, 5}, 2, "5", "5"}, Voice("en"), "c", "Shares");
  EXPECT_NE(drawing.find("points=\"96.0,140.0 628.0,140.0\""), std::string::npos) << drawing;
  EXPECT_EQ(drawing.find("upright"), std::string::npos);
  EXPECT_EQ(curve_drawing({{5}, 1, "5", "5"}, Voice("en"), "c", "Shares"), "");
}

}  // namespace sanaq::draw
