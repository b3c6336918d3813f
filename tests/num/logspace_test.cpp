#include "sanaq/num/logspace.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace sanaq::num {

constexpr double log_zero = -std::numeric_limits<double>::infinity();

TEST(Logspace, SumsOfTermsFarBelowTheSmallestDoubleKeepTheirDigits) {
  const std::vector<double> terms{-2000, -2000, -2000, -2000};
  EXPECT_NEAR(log_sum_exp(terms), -2000 + std::log(4), 1e-12);
}

TEST(Logspace, NothingSumsToLogZero) {
  EXPECT_EQ(log_sum_exp({}), log_zero);
  const std::vector<double> zeros{log_zero, log_zero};
  EXPECT_EQ(log_sum_exp(zeros), log_zero);
  EXPECT_EQ(log_add(log_zero, log_zero), log_zero);
  EXPECT_EQ(log_add(log_zero, 3.0), 3.0);
}

TEST(Logspace, ADifferenceOfEqualsIsLogZeroAndOneWithoutTheOtherIsItself) {
  EXPECT_EQ(log_diff_exp(5, 5), log_zero);
  EXPECT_EQ(log_diff_exp(5, log_zero), 5);
}

TEST(Logspace, Log1mExpKeepsDigitsAtBothEnds) {
  EXPECT_NEAR(log1m_exp(-1e-18), std::log(1e-18), 1e-12);
  EXPECT_NEAR(log1m_exp(-40), -4.248354255291589e-18, 1e-30);
}

RC_GTEST_PROP(Logspace, ADifferenceUndoesASum, ()) {
  const double a = *rc::gen::inRange(-500, 500) / 10.0, b = a + *rc::gen::inRange(-100, 100) / 10.0;
  RC_ASSERT(std::abs(log_diff_exp(log_add(a, b), b) - a) < 1e-8);
}

RC_GTEST_PROP(Logspace, InverseLogitUndoesLogit, ()) {
  const double p = *rc::gen::inRange(1, 9999) / 10000.0;
  RC_ASSERT(std::abs(inverse_logit(logit(p)) - p) < 1e-14);
}

TEST(Logspace, InverseLogitNeitherOverflowsNorLeavesTheUnitInterval) {
  EXPECT_EQ(inverse_logit(-800), 0);
  EXPECT_EQ(inverse_logit(800), 1);
  EXPECT_GT(inverse_logit(-700), 0);
}

}  // namespace sanaq::num
