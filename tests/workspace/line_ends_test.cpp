#include "sanaq/workspace/line_ends.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {

TEST(LineEnds, WhateverABrowserMakesOfThemIsOne) {
  EXPECT_EQ(with_plain_line_ends("a\nb"), "a\nb");
  EXPECT_EQ(with_plain_line_ends("a\r\nb\r\r\n"), "a\nb\n\n");
  EXPECT_EQ(with_plain_line_ends(""), "");
}

}  // namespace sanaq::workspace
