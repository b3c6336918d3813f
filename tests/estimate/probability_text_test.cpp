#include "sanaq/estimate/probability_text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::estimate {

TEST(ProbabilityText, HasTwoDigitsThatCount) {
  EXPECT_EQ(probability_text(std::log(0.00238)), "0.0024");
  EXPECT_EQ(probability_text(std::log(0.5)), "0.5");
  EXPECT_EQ(probability_text(std::log(0.0001) + 1e-9), "0.0001");
}

TEST(ProbabilityText, SaysThatItIsTinyAndNeverMoreThanOne) {
  EXPECT_EQ(probability_text(-400), "< 0.0001");
  EXPECT_EQ(probability_text(-INFINITY), "< 0.0001");
  EXPECT_EQ(probability_text(3), "1");
}

}  // namespace sanaq::estimate
