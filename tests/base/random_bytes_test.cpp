#include "sanaq/base/random_bytes.h"

#include <gtest/gtest.h>

namespace sanaq::base {
namespace {

TEST(RandomBytes, NoTwoAreEqual) {
  EXPECT_EQ(32U, random_bytes(32).size());
  EXPECT_NE(random_bytes(32), random_bytes(32));
}

TEST(RandomBytes, HexHasTwoDigitsAByte) { EXPECT_EQ("00ff1a", to_hex({"\x00\xff\x1a", 3})); }

}  // namespace
}  // namespace sanaq::base
