#include "sanaq/text/simplified_chinese.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

TEST(Simplified, TurnsTraditionalLettersAndLeavesOthers) {
  EXPECT_EQ(simplified(U"陳志強"), U"陈志强");
  EXPECT_EQ(simplified(U"kim"), U"kim");
}

}  // namespace
}  // namespace sanaq::text
