#include "sanaq/base/stopwatch.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(Stopwatch, NeverGoesBack) {
  const Stopwatch watch;
  const double first = watch.seconds();
  EXPECT_GE(first, 0);
  EXPECT_GE(watch.seconds(), first);
}

TEST(Stopwatch, LapsAddUpToTheWholeTime) {
  const Stopwatch whole;
  Stopwatch watch;
  double laps = 0;
  while (whole.seconds() < 0.02) laps += watch.lap();
  laps += watch.lap();
  EXPECT_GE(laps, 0.02 - 0.001);
  EXPECT_LE(laps, whole.seconds());
  EXPECT_LT(watch.lap(), whole.seconds());
}

}  // namespace sanaq::base
