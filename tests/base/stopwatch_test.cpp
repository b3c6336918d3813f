#include "sanaq/base/stopwatch.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(Stopwatch, NeverGoesBack) {
  const Stopwatch watch;
  const double first = watch.seconds();
  EXPECT_GE(first, 0);
  EXPECT_GE(watch.seconds(), first);
}

}  // namespace sanaq::base
