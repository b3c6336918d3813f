#include "sanaq/publish/upset_drawing.h"

#include <gtest/gtest.h>

#include "publish/a_view.h"

namespace sanaq::publish {

TEST(UpsetDrawing, ListsAreLettered) {
  EXPECT_EQ(list_letter(0), "A");
  EXPECT_EQ(list_letter(2), "C");
}

TEST(UpsetDrawing, ShowsEveryCount) {
  const PublicView view = test::a_view();
  for (const std::string& drawing : {upset_drawing(*view.overlap, Voice("en"), "u"),
                                     upset_drawing_narrow(*view.overlap, Voice("en"), "n")}) {
    for (const char* count : {">120<", ">60<", ">20<", ">10<"})
      EXPECT_NE(drawing.find(count), std::string::npos) << count;
  }
}

}  // namespace sanaq::publish
