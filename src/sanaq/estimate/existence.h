// Whether a Poisson log-linear model has a maximum of its likelihood at finite values, found by
// linear programming.
//
// Fienberg and Rinaldo 2012 (Annals of Statistics 40), theorem 2: it exists exactly if there is no
// direction d with (X d)_i = 0 for all i with y_i > 0, and (X d)_i <= 0, not all 0, for all i with
// y_i = 0. Along such a direction cells vanish while the likelihood grows.
#pragma once
#include <Eigen/Core>
#include <vector>

namespace sanaq::estimate {

// Returns true for each cell that vanishes in the limit. If none does, the maximum is reached (at
// one point, if the columns are independent). `design` has one row for each cell, with small whole
// numbers as entries; `counts` has one entry for each row.
[[nodiscard]] std::vector<bool> vanishing_cells(const Eigen::MatrixXd& design,
                                                const Eigen::VectorXd& counts);

// Returns the columns that together span all columns, taken from left to right.
[[nodiscard]] std::vector<Eigen::Index> independent_columns(const Eigen::MatrixXd& design);

}  // namespace sanaq::estimate
