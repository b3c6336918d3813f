#include "sanaq/draw/map_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(MapDrawing, NorthIsUpEastIsRightAndLabelsAreText) {
  const std::string drawing = map_drawing({{"<North>", 44, 50, 1}, {"South", 43, 53, 9}},
                                          Voice("en"), 760, "m", "Where it happened");
  EXPECT_NE(drawing.find("&lt;North&gt;"), std::string::npos);
  EXPECT_EQ(drawing.find("nan"), std::string::npos);
  const auto number_after = [&](const std::string& what, std::size_t from) {
    const std::size_t at = drawing.find(what, from) + what.size();
    return std::stod(drawing.substr(at, drawing.find('"', at) - at));
  };
  const std::size_t first = drawing.find("<circle"), second = drawing.find("<circle", first + 1);
  EXPECT_LT(number_after("cy=\"", first), number_after("cy=\"", second));
  EXPECT_LT(number_after("cx=\"", first), number_after("cx=\"", second));
  EXPECT_LT(number_after("r=\"", first), number_after("r=\"", second));
}

TEST(MapDrawing, OnePlaceAndTheWholeWorldAreDrawnToo) {
  for (const auto& points :
       {std::vector<MapPoint>{{"one", 43.34, 52.86, 1}},
        std::vector<MapPoint>{{"pole", 90, -180, 1}, {"other", -90, 180, 1}}}) {
    const std::string drawing = map_drawing(points, Voice("kk"), 360, "m", "x");
    EXPECT_EQ(drawing.find("nan"), std::string::npos);
    EXPECT_EQ(drawing.find("inf"), std::string::npos);
    EXPECT_LT(drawing.size(), points.size() == 1 ? 8000u : 150'000u);  // the world has all borders
  }
}

TEST(MapDrawing, BordersOfTheCountriesStandBehindThePlaces) {
  const std::string drawing = map_drawing(
      {{"Zhanaozen", 43.34, 52.86, 1}, {"Almaty", 43.24, 76.89, 1}}, Voice("en"), 760, "m", "x");
  const std::size_t border = drawing.find("<path class=\"border\"");
  ASSERT_NE(border, std::string::npos);
  EXPECT_LT(border, drawing.find("<circle"));
  EXPECT_LT(drawing.size(), 12000u);
}

}  // namespace sanaq::draw
