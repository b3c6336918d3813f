#include "sanaq/base/json_depth.h"

#include <gtest/gtest.h>

#include <string>

namespace sanaq::base {

TEST(JsonDepth, OpenBracketsAreCountedOutsideOfTexts) {
  EXPECT_EQ(json_depth(""), 0U);
  EXPECT_EQ(json_depth("7"), 0U);
  EXPECT_EQ(json_depth(R"({"a":[1,{"b":2}],"c":[]})"), 3U);
  EXPECT_EQ(json_depth(R"(["[[[[",{"]":"\"[[["}])"), 2U);
  EXPECT_EQ(json_depth("]]}}[]"), 1U);
  EXPECT_EQ(json_depth("[\"\\"), 1U);
  EXPECT_EQ(json_depth(std::string(100'000, '[')), 100'000U);
}

}  // namespace sanaq::base
