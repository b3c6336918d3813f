#include "sanaq/estimate/walsh.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
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

TEST(Walsh, LongTransformsEqualTheSumsWrittenOut) {
  for (const std::size_t cells : {16U, 32U, 256U}) {
    std::vector<double> values;
    for (std::size_t s = 0; s < cells; ++s) values.push_back(static_cast<double>(s * s % 37) - 11);
    std::vector<double> fast = values;
    walsh_transform(fast);
    for (std::size_t t = 0; t < cells; ++t) {
      double sum = 0;
      for (std::size_t s = 0; s < cells; ++s)
        sum += (std::popcount(t & s) % 2 != 0 ? -1 : 1) * values[s];
      EXPECT_EQ(fast[t], sum) << t;
    }
  }
}

TEST(WalshProducts, EqualTheDesignsProductWrittenOut) {
  for (const std::size_t cells : {8U, 32U}) {
    std::vector<double> means, scale;
    for (std::size_t s = 0; s < cells; ++s) {
      means.push_back(static_cast<double>(s * s % 37) + 0.5);
      scale.push_back(std::pow(-0.5, std::popcount(s)));
    }
    std::vector<double> transformed = means;
    walsh_transform(transformed);
    const auto rows = static_cast<Eigen::Index>(cells);
    Eigen::MatrixXd matrix(rows + 3, rows + 3);
    walsh_products(transformed, scale, matrix);
    for (std::size_t u = 0; u < cells; ++u) {
      for (std::size_t t = u; t < cells; ++t) {
        double sum = 0;
        for (std::size_t s = 0; s < cells; ++s) {
          const int signs = std::popcount(t & s) + std::popcount(u & s);
          sum += means[s] * scale[t] * scale[u] * (signs % 2 != 0 ? -1 : 1);
        }
        EXPECT_NEAR(matrix(static_cast<Eigen::Index>(t), static_cast<Eigen::Index>(u)), sum, 1e-12);
      }
    }
  }
}

}  // namespace
}  // namespace sanaq::estimate
