#include "sanaq/link/person_sizes.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(PersonSizes, MoreMatchesMakeJoiningEasier) {
  EXPECT_GT(PersonSizes(100, 80).merging(1, 1), PersonSizes(100, 5).merging(1, 1));
}

TEST(PersonSizes, ARegisterOfPairsTeachesThatThirdRowsAreRare) {
  PersonSizes sizes(1000, 300);
  const double before = sizes.merging(2, 1);
  sizes.learn({0, 400, 300, 0, 0});
  EXPECT_LT(sizes.merging(2, 1), before);
  EXPECT_DOUBLE_EQ(sizes.merging(2, 1), sizes.merging(1, 2));
}

}  // namespace
}  // namespace sanaq::link
