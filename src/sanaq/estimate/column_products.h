// Sums over the cells of a table of products of two columns, as in the matrix of the Gauss-Newton
// method.
#pragma once
#include <Eigen/Core>

namespace sanaq::estimate {

// Sets products(i, j) to the sum over s of columns(s, i) weight(s) columns(s, j), in both
// triangles. The number of rows must be a multiple of eight. Every sum is taken in one order, the
// same on every processor.
void weighted_products(const Eigen::MatrixXd& columns, const Eigen::VectorXd& weight,
                       Eigen::MatrixXd& products);

}  // namespace sanaq::estimate
