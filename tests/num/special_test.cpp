#include "sanaq/num/special.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "sanaq/base/error.h"

namespace sanaq::num {

// Values from Abramowitz and Stegun 1964, tables 6.1, 6.3, 26.1, 26.5, 26.8, or closed forms.
TEST(Special, LogGammaAgreesWithClosedForms) {
  EXPECT_NEAR(log_gamma(0.5), 0.5 * std::log(std::numbers::pi), 1e-14);
  EXPECT_NEAR(log_gamma(1), 0, 1e-15);
  EXPECT_NEAR(log_gamma(11), std::log(3628800.0), 1e-12);
  EXPECT_NEAR(log_gamma(1e10) / 220258509288.811, 1, 1e-12);
  EXPECT_THROW((void)log_gamma(0), base::Error);
}

TEST(Special, FactorialsAndChoicesCount) {
  EXPECT_EQ(log_factorial(0), 0);
  EXPECT_EQ(log_factorial(1), 0);
  EXPECT_NEAR(std::exp(log_factorial(10)), 3628800, 1e-5);
  EXPECT_NEAR(std::exp(log_choose(52, 5)), 2598960, 1e-5);
  EXPECT_EQ(log_choose(7, 7), 0);
  EXPECT_THROW((void)log_choose(3, 4), base::Error);
}

TEST(Special, DigammaOfOneIsMinusEulersConstant) {
  EXPECT_NEAR(digamma(1), -0.5772156649015329, 1e-14);
  EXPECT_NEAR(digamma(0.5), -1.9635100260214235, 1e-13);
}

TEST(Special, NormalTailsAreThoseOfTheTables) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-13);
  EXPECT_NEAR(normal_quantile(1e-10), -6.361340902404056, 1e-10);
  EXPECT_NEAR(normal_cdf(-6), 9.865876450376946e-10, 1e-20);
  EXPECT_NEAR(normal_cdf(normal_quantile(0.3)), 0.3, 1e-15);
}

TEST(Special, ChiSquaredTailsAreThoseOfTheTables) {
  EXPECT_NEAR(chi_squared_quantile(0.95, 1), 3.841458820694124, 1e-10);
  EXPECT_NEAR(chi_squared_quantile(0.95, 10), 18.307038053275146, 1e-9);
  EXPECT_NEAR(chi_squared_survival(18.307038053275146, 10), 0.05, 1e-12);
  EXPECT_NEAR(chi_squared_survival(100, 1), 1.5239706048321e-23, 1e-33);
}

}  // namespace sanaq::num
