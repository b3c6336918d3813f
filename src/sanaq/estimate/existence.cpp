#include "sanaq/estimate/existence.h"

#include <cmath>

#include "sanaq/base/check.h"

namespace sanaq::estimate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double zero = 1e-9;

// Reduced row echelon form in place; the pivot column of each row that has one.
std::vector<Index> reduce(MatrixXd& rows) {
  std::vector<Index> pivots;
  Index row = 0;
  for (Index column = 0; column < rows.cols() && row < rows.rows(); ++column) {
    Index best = row;
    for (Index i = row; i < rows.rows(); ++i) {
      if (std::abs(rows(i, column)) > std::abs(rows(best, column))) best = i;
    }
    if (std::abs(rows(best, column)) < zero) continue;
    rows.row(best).swap(rows.row(row));
    rows.row(row) /= rows(row, column);
    for (Index i = 0; i < rows.rows(); ++i) {
      if (i != row && std::abs(rows(i, column)) > 0) rows.row(i) -= rows(i, column) * rows.row(row);
    }
    pivots.push_back(column);
    ++row;
  }
  return pivots;
}

// A basis, in columns, of the directions that leave every row unchanged.
MatrixXd null_space(MatrixXd rows) {
  const Index columns = rows.cols();
  const auto pivots = reduce(rows);
  std::vector<bool> is_pivot(static_cast<std::size_t>(columns));
  for (const Index pivot : pivots) is_pivot[static_cast<std::size_t>(pivot)] = true;
  MatrixXd basis = MatrixXd::Zero(columns, columns - static_cast<Index>(pivots.size()));
  Index next = 0;
  for (Index free = 0; free < columns; ++free) {
    if (is_pivot[static_cast<std::size_t>(free)]) continue;
    basis(free, next) = 1;
    for (std::size_t row = 0; row < pivots.size(); ++row)
      basis(pivots[row], next) = -rows(static_cast<Index>(row), free);
    ++next;
  }
  return basis;
}

// One pivot of the simplex tableau.
void pivot(MatrixXd& tableau, Index row, Index column) {
  tableau.row(row) /= tableau(row, column);
  for (Index i = 0; i < tableau.rows(); ++i) {
    if (i != row && std::abs(tableau(i, column)) > 0)
      tableau.row(i) -= tableau(i, column) * tableau.row(row);
  }
}

// Maximises by the simplex method with Bland's rule (which cannot cycle). The last row holds minus
// the objective, the last column the right-hand sides, which are not negative. Returns the basic
// column of each row.
std::vector<Index> simplex(MatrixXd& tableau, std::vector<Index> basis) {
  const Index last_row = tableau.rows() - 1, last_column = tableau.cols() - 1;
  for (;;) {
    Index entering = 0;
    while (entering < last_column && tableau(last_row, entering) > -zero) ++entering;
    if (entering == last_column) return basis;
    Index leaving = -1;
    double smallest = 0;
    for (Index row = 0; row < last_row; ++row) {
      if (tableau(row, entering) <= zero) continue;
      const double ratio = tableau(row, last_column) / tableau(row, entering);
      const bool tie = leaving >= 0 && std::abs(ratio - smallest) < zero;
      if (leaving < 0 || ratio < smallest - zero ||
          (tie &&
           basis[static_cast<std::size_t>(row)] < basis[static_cast<std::size_t>(leaving)])) {
        leaving = row;
        smallest = ratio;
      }
    }
    base::check(leaving >= 0, "a bounded linear programme has a largest value");
    pivot(tableau, leaving, entering);
    basis[static_cast<std::size_t>(leaving)] = entering;
  }
}

// The largest sum of z with M w + z <= 0, 0 <= z <= 1, w free: z_i is 1 exactly where some w makes
// (M w)_i negative.
std::vector<bool> can_fall(const MatrixXd& movement) {
  const Index cells = movement.rows(), directions = movement.cols();
  const Index z = 2 * directions, slack = z + cells, columns = slack + 2 * cells + 1;
  MatrixXd tableau = MatrixXd::Zero(2 * cells + 1, columns);
  std::vector<Index> basis;
  tableau.topLeftCorner(cells, directions) = movement;
  tableau.block(0, directions, cells, directions) = -movement;
  for (Index cell = 0; cell < cells; ++cell) {
    tableau(cell, z + cell) = 1;
    tableau(cells + cell, z + cell) = 1;
    tableau(cells + cell, columns - 1) = 1;
    tableau(2 * cells, z + cell) = -1;
  }
  for (Index row = 0; row < 2 * cells; ++row) {
    tableau(row, slack + row) = 1;
    basis.push_back(slack + row);
  }
  basis = simplex(tableau, basis);
  std::vector<bool> falls(static_cast<std::size_t>(cells));
  for (std::size_t row = 0; row < basis.size(); ++row) {
    const Index cell = basis[row] - z;
    if (cell >= 0 && cell < cells && tableau(static_cast<Index>(row), columns - 1) > 0.5)
      falls[static_cast<std::size_t>(cell)] = true;
  }
  return falls;
}

}  // namespace

std::vector<bool> vanishing_cells(const MatrixXd& design, const VectorXd& counts) {
  std::vector<Index> seen, empty;
  for (Index cell = 0; cell < counts.size(); ++cell)
    (counts[cell] > 0 ? seen : empty).push_back(cell);
  std::vector<bool> vanishes(static_cast<std::size_t>(counts.size()));
  if (empty.empty()) return vanishes;
  const MatrixXd directions = null_space(design(seen, Eigen::all));
  if (directions.cols() == 0) return vanishes;
  const MatrixXd movement = design(empty, Eigen::all) * directions;
  const auto falls = can_fall(movement);
  for (std::size_t i = 0; i < empty.size(); ++i)
    vanishes[static_cast<std::size_t>(empty[i])] = falls[i];
  return vanishes;
}

std::vector<Index> independent_columns(const MatrixXd& design) {
  MatrixXd rows = design;
  return reduce(rows);
}

}  // namespace sanaq::estimate
