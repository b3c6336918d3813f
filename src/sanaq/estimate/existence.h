// Whether a Poisson log-linear model has a largest likelihood at finite values, found by linear
// programming.
//
// Fienberg and Rinaldo 2012 (Annals of Statistics 40), theorem 2: it has, exactly when no direction
// d has (X d)_i = 0 where y_i > 0 and (X d)_i <= 0, not all 0, where y_i = 0. Along such a
// direction cells vanish while the likelihood grows.
#pragma once
#include <Eigen/Core>
#include <vector>

namespace sanaq::estimate {

// `design`: one row a cell, entries small whole numbers. `counts`: one a row. True for each cell
// that vanishes in the limit; no true: the largest likelihood is reached (uniquely, if the columns
// are independent).
[[nodiscard]] std::vector<bool> vanishing_cells(const Eigen::MatrixXd& design,
                                                const Eigen::VectorXd& counts);

// Columns that together span all columns, taken from left to right.
[[nodiscard]] std::vector<Eigen::Index> independent_columns(const Eigen::MatrixXd& design);

}  // namespace sanaq::estimate
