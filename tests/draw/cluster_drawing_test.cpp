#include "sanaq/draw/cluster_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(ClusterDrawing, EachRecordStandsOnceWithALineForEachPair) {
  const std::string drawing = cluster_drawing(
      {{"hospital:1", "morgue:<2>", "union:3"}, {{0, 1, "9.1", false}, {1, 2, "", true}}},
      Voice("en"), "c", "Why \"together\"");
  EXPECT_NE(drawing.find("morgue:&lt;2&gt;"), std::string::npos);
  EXPECT_NE(drawing.find("Why &quot;together&quot;"), std::string::npos);
  EXPECT_NE(drawing.find("join decided"), std::string::npos);
  EXPECT_NE(drawing.find(">9.1<"), std::string::npos);
  EXPECT_NE(drawing.find("3 records, 2 pairs"), std::string::npos);
  EXPECT_EQ(drawing.find("nan"), std::string::npos);
}

}  // namespace sanaq::draw
