#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(CategoryKind, AgreesOrDiffersHoweverAlikeTheWordsAre) {
  EXPECT_EQ(level_between(Kind::category, "male", "female"), "differs");
  EXPECT_EQ(level_between(Kind::category, "m", "n"), "differs");
}

}  // namespace
}  // namespace sanaq::link
