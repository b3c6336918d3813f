#include "sanaq/estimate/walsh.h"

#include <gtest/gtest.h>

#include <bit>
#include <vector>

namespace sanaq::estimate {
namespace {

TEST(Walsh, EqualsTheSumsWrittenOut) {
  const std::vector<double> values{3, -1, 4, 1, 5, -9, 2, 6};
  std::vector<double> fast = values;
  walsh_transform(fast);
  for (unsigned t = 0; t < 8; ++t) {
    double sum = 0;
    for (unsigned s = 0; s < 8; ++s) sum += (std::popcount(t & s) % 2 != 0 ? -1 : 1) * values[s];
    EXPECT_DOUBLE_EQ(fast[t], sum);
  }
}

TEST(Walsh, TwiceIsTheLengthTimesTheIdentity) {
  std::vector<double> values{1, 2, 3, 4};
  walsh_transform(values);
  walsh_transform(values);
  EXPECT_EQ(values, (std::vector<double>{4, 8, 12, 16}));
}

}  // namespace
}  // namespace sanaq::estimate
