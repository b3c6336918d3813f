#include "sanaq/draw/axis_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

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

// A long name in a narrow drawing: no line is longer than fits, and the number is never cut off.
TEST(AxisDrawing, LongLabelsAreBrokenAndTheValueStays) {
  const std::string label =
      "Прокуратура города Мунайкент (выдумана), 2003-10-12, по списку дежурного";
  const std::vector<AxisRow> rows{{label, "claimed", 16.0, 20.0, std::nullopt}};
  const std::string narrow = axis_drawing(rows, Voice("en"), 360, "n"),
                    wide = axis_drawing(rows, Voice("en"), 1200, "w");
  std::size_t lines = 0;
  for (std::size_t at = narrow.find("<tspan"); at != narrow.npos;
       at = narrow.find("<tspan", at + 1)) {
    const std::size_t from = narrow.find('>', at) + 1;
    EXPECT_LE(narrow.substr(from, narrow.find('<', from) - from).size(), 2u * 43);
    ++lines;
  }
  EXPECT_EQ(lines, 3u);
  EXPECT_NE(narrow.find("class=\"value\""), std::string::npos);
  EXPECT_NE(wide.find("списку дежурного\u2069</tspan> <tspan class=\"value\">"), std::string::npos);
}

}  // namespace sanaq::draw
