#include "sanaq/estimate/column_products.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd random(Index rows, Index columns) {
  num::Rng rng(5, "test.column_products", static_cast<std::uint64_t>(rows));
  MatrixXd matrix(rows, columns);
  for (double& value : matrix.reshaped()) value = rng.normal();
  return matrix;
}

class ProductsOfRows : public testing::TestWithParam<Index> {};

TEST_P(ProductsOfRows, EqualTheProductOfMatrices) {
  const MatrixXd columns = random(GetParam(), 11);
  const VectorXd weight = random(GetParam(), 1);
  MatrixXd products;
  weighted_products(columns, weight, products);
  const MatrixXd expected = columns.transpose() * weight.asDiagonal() * columns;
  EXPECT_LT((products - expected).norm(), 1e-12 * expected.norm());
  EXPECT_EQ(products, products.transpose());
}

INSTANTIATE_TEST_SUITE_P(Rows, ProductsOfRows, testing::Values(8, 16, 32, 256));

TEST(ColumnProducts, RefuseOtherNumbersOfRows) {
  MatrixXd products;
  EXPECT_THROW(weighted_products(random(12, 2), random(12, 1), products), base::Error);
}

}  // namespace
}  // namespace sanaq::estimate
