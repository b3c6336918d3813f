#include "sanaq/publish/axis_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::publish {

TEST(AxisDrawing, TicksAreRoundAndReachTheEnd) {
  const auto steps = ticks(543, 7);
  EXPECT_LE(steps.size(), 8u);
  EXPECT_EQ(steps.front(), 0);
  EXPECT_GE(steps.back(), 543);
  for (std::size_t at = 1; at < steps.size(); ++at)
    EXPECT_DOUBLE_EQ(steps[at] - steps[at - 1], steps[1]);
}

TEST(AxisDrawing, HasATitleForThoseWhoHearItAndEscapesLabels) {
  const std::string drawing =
      axis_drawing({{"<claim>", "claimed", 300.0, std::nullopt, 300.0}}, Voice("en"), 640, "one");
  EXPECT_NE(drawing.find("<title"), std::string::npos);
  EXPECT_NE(drawing.find("&lt;claim&gt;"), std::string::npos);
  EXPECT_EQ(drawing.find("<claim>"), std::string::npos);
}

}  // namespace sanaq::publish
