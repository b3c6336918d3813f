#include "sanaq/draw/upset_drawing.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(UpsetDrawing, ListsAreLettered) {
  EXPECT_EQ(list_letter(0), "A");
  EXPECT_EQ(list_letter(2), "C");
}

TEST(UpsetDrawing, ShowsEveryCount) {
  const Upset upset{3, {{0b001, 0, 120}, {0b011, 0, 60}, {0b110, 0, 20}, {0b111, 0b100, 10}}};
  for (const std::string& drawing :
       {upset_drawing(upset, Voice("en"), "u"), upset_drawing_narrow(upset, Voice("en"), "n")}) {
    for (const char* count : {">120<", ">60<", ">20<", ">10<"})
      EXPECT_NE(drawing.find(count), std::string::npos) << count;
  }
}

}  // namespace sanaq::draw
