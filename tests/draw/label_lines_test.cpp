#include "sanaq/draw/label_lines.h"

#include <gtest/gtest.h>

namespace sanaq::draw {

TEST(LabelLines, BreakWhereTheyDoNotFitAndKeepTheValue) {
  EXPECT_EQ(label_lines("short", "1", 360).size(), 1u);
  EXPECT_EQ(label_lines("a label of several words that is too long for one line", "1", 360).size(),
            2u);
  const auto lines = label_lines("a label that fits the line but", "not with its value", 360);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1], "");
  EXPECT_NE(label_text(lines, "not with its value", 14).find("class=\"value\""), std::string::npos);
  EXPECT_NE(label_text({"<b>"}, "", 14).find("&lt;b&gt;"), std::string::npos);
}

}  // namespace sanaq::draw
