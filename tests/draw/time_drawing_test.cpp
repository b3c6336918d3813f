#include "sanaq/draw/time_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(TimeDrawing, ShowsEachRowWithItsWordsAndEscapesThem) {
  const std::string drawing =
      time_drawing({{"A <Sample>", "2011 – 2018", {{15000, 17500, "past", false}}},
                    {"Other", "from 2012", {{15400, 16000, "ahead", true}}}},
                   16420, 640, "t", "Terms");
  EXPECT_NE(drawing.find("A &lt;Sample&gt;"), std::string::npos);
  EXPECT_NE(drawing.find("class=\"stretch past\""), std::string::npos);
  EXPECT_NE(drawing.find("class=\"arrow\""), std::string::npos);
  EXPECT_NE(drawing.find("class=\"today\""), std::string::npos);
  for (const char* year : {">2012<", ">2017<"}) EXPECT_NE(drawing.find(year), std::string::npos);
  EXPECT_EQ(drawing.find("nan"), std::string::npos);
}

TEST(TimeDrawing, ASingleDayAndARowWithoutATimeAreNoTrouble) {
  for (const auto& rows : {std::vector<TimeRow>{{"one", "", {{0, 0, "past", false}}}},
                           std::vector<TimeRow>{{"none", "", {}}}}) {
    const std::string drawing = time_drawing(rows, 0, 360, "t", "Terms");
    EXPECT_EQ(drawing.find("nan"), std::string::npos);
    EXPECT_EQ(drawing.find("inf"), std::string::npos);
    EXPECT_NE(drawing.find("</svg>"), std::string::npos);
  }
}

// The first and the last day of a long time lie within the drawing.
TEST(TimeDrawing, ThousandsOfYearsFit) {
  const std::string drawing =
      time_drawing({{"long", "", {{-700000, 2900000, "past", false}}}}, 0, 640, "t", "Times");
  EXPECT_LT(drawing.size(), 5000u);
}

}  // namespace sanaq::draw
