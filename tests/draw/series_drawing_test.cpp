#include "sanaq/draw/series_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(SeriesDrawing, ABarForEachWithWhatIsSureAndWhatIsPossible) {
  const std::string drawing =
      series_drawing({{"May 2011", "2011", 2, 3}, {"June 2011", "", 0, 0}, {"July 2011", "", 4, 4}},
                     Voice("en"), 640, "s", "Strikes <by month>");
  EXPECT_NE(drawing.find("Strikes &lt;by month&gt;"), std::string::npos);
  EXPECT_NE(drawing.find("May 2011: 2–3."), std::string::npos);
  EXPECT_EQ(drawing.find("June 2011:"), std::string::npos);
  EXPECT_NE(drawing.find("bar sure"), std::string::npos);
  EXPECT_NE(drawing.find("bar perhaps"), std::string::npos);
}

TEST(SeriesDrawing, OneBarOfNothingIsNoTrouble) {
  const std::string drawing = series_drawing({{"May 2011", "", 0, 0}}, Voice("kk"), 360, "s", "x");
  EXPECT_EQ(drawing.find("nan"), std::string::npos);
  EXPECT_EQ(drawing.find("class=\"bar"), std::string::npos);
}

}  // namespace sanaq::draw
