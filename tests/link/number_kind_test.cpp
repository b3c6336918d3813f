#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(NumberKind, OneMoreIsNearerThanAnotherDigit) {
  EXPECT_EQ(level_between(Kind::number, "41", "42"), "off by one, or agrees as far as known");
  EXPECT_EQ(level_between(Kind::number, "39", "40"), "off by one, or agrees as far as known");
  EXPECT_EQ(level_between(Kind::number, "42", "52"), "one edit");
  EXPECT_EQ(level_between(Kind::number, "1965", "1995"), "one digit off");
  EXPECT_EQ(level_between(Kind::number, "42", "17"), "differs");
}

}  // namespace
}  // namespace sanaq::link
