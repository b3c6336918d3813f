#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(CodeKind, DigitsThatAreOffAndTheFirstHalf) {
  EXPECT_EQ(level_between(Kind::code, "130200", "130201"), "one digit off");
  EXPECT_EQ(level_between(Kind::code, "130200", "130211"), "two digits off");
  EXPECT_EQ(level_between(Kind::code, "130200", "130999"), "same first half");
  EXPECT_EQ(level_between(Kind::code, "130200", "845913"), "differs");
}

TEST(CodeKind, TwoDigitsOfAShortCodeAreTooMany) {
  EXPECT_EQ(level_between(Kind::code, "1302", "1459"), "differs");
}

}  // namespace
}  // namespace sanaq::link
