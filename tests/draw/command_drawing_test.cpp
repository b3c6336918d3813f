#include "sanaq/draw/command_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

std::string drawn(bool is_loosely_joined) {
  return command_drawing({{"The <Staff>", {"Low Sample, chief"}, false, is_loosely_joined},
                          {"The Unit", {"nobody on record"}, true}},
                         Voice("en"));
}

TEST(CommandDrawing, HasTheUnitBelowAndSafeText) {
  const std::string svg = drawn(false);
  EXPECT_EQ(svg.find("<Staff>"), std::string::npos);
  EXPECT_LT(svg.rfind("The &lt;Staff&gt;"), svg.rfind("The Unit"));
  EXPECT_NE(svg.find("Low Sample, chief"), std::string::npos);
}

TEST(CommandDrawing, BreaksTheFrameWhereNobodyIsAndTheLineWhereNoPostSaysSo) {
  EXPECT_NE(drawn(false).find("class=\"box empty\""), std::string::npos);
  EXPECT_NE(drawn(true).find("stroke-dasharray=\"3 4\""), std::string::npos);
  EXPECT_EQ(drawn(false).find("stroke-dasharray=\"3 4\""), std::string::npos);
}

}  // namespace sanaq::draw
