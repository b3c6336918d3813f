// Sums over the cells of a table of the products of two columns: what Gauss and Newton's matrix is
// made of.
#pragma once
#include <Eigen/Core>

namespace sanaq::estimate {

// products(i, j) = sum over s of columns(s, i) weight(s) columns(s, j), both triangles. The rows
// are a multiple of eight. Every sum is taken in one order, the same on every processor.
void weighted_products(const Eigen::MatrixXd& columns, const Eigen::VectorXd& weight,
                       Eigen::MatrixXd& products);

}  // namespace sanaq::estimate
