#include "sanaq/estimate/cholesky.h"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>

#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd positive_definite(Index size) {
  num::Rng rng(3, "test.cholesky", static_cast<std::uint64_t>(size));
  MatrixXd root(size, size);
  for (double& value : root.reshaped()) value = rng.normal();
  return root * root.transpose() + MatrixXd::Identity(size, size);
}

class CholeskyOfSize : public testing::TestWithParam<Index> {};

TEST_P(CholeskyOfSize, AgreesWithEigen) {
  const MatrixXd matrix = positive_definite(GetParam());
  const VectorXd right = VectorXd::LinSpaced(GetParam(), -1, 2);
  Cholesky factor;
  ASSERT_TRUE(factor.compute(matrix));
  EXPECT_LT((matrix * factor.solve(right) - right).norm(), 1e-9 * right.norm());
  const Eigen::LLT<MatrixXd> slow(matrix);
  EXPECT_NEAR(factor.log_determinant(), 2 * slow.matrixLLT().diagonal().array().log().sum(), 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Sizes, CholeskyOfSize,
                         testing::Values(1, 7, 8, 9, 12, 16, 37, 70, 128, 136));

TEST(Cholesky, ReadsTheLowerTriangleAlone) {
  const MatrixXd matrix = positive_definite(20);
  MatrixXd lower = matrix;
  lower.triangularView<Eigen::StrictlyUpper>().setConstant(1e9);
  Cholesky whole, half;
  ASSERT_TRUE(whole.compute(matrix) && half.compute(lower));
  const VectorXd right = VectorXd::Ones(20);
  EXPECT_EQ(whole.solve(right), half.solve(right));
}

TEST(Cholesky, RefusesWhatIsNotPositiveDefinite) {
  MatrixXd matrix = positive_definite(20);
  matrix(13, 13) = -1;
  EXPECT_FALSE(Cholesky().compute(matrix));
  matrix(13, 13) = std::nan("");
  EXPECT_FALSE(Cholesky().compute(matrix));
}

}  // namespace
}  // namespace sanaq::estimate
