#include "sanaq/estimate/cholesky.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/estimate/lane_targets.h"

namespace sanaq::estimate {
namespace {

constexpr std::size_t width = lane_count;
constexpr std::size_t held = 4;  // columns that are summed in registers at once

// Column block `panel`, row block `row`: minus what the columns before it explain.
SANAQ_INLINE void subtract_earlier(Lanes* factor, std::size_t blocks, std::size_t panel,
                                   std::size_t row) {
  for (std::size_t half = 0; half < width; half += held) {
    Lanes* column = factor + (panel * width + half) * blocks + row;
    Lanes sums[held];
    for (std::size_t c = 0; c < held; ++c) sums[c] = column[c * blocks];
    const Lanes* earlier = factor;
    for (std::size_t k = 0; k < panel * width; ++k, earlier += blocks) {
      const Lanes here = earlier[row], across = earlier[panel];
      for (std::size_t c = 0; c < held; ++c) sums[c] -= here * across[half + c];
    }
    for (std::size_t c = 0; c < held; ++c) column[c * blocks] = sums[c];
  }
}

// Divides one row block of a panel by the panel's own triangle, whose roots are known up to the
// column worked on: `inverse` is that of the column's root.
SANAQ_INLINE void divide_column(Lanes* factor, std::size_t blocks, std::size_t panel,
                                std::size_t row, std::size_t c, double inverse) {
  Lanes* first = factor + panel * width * blocks;
  Lanes value = first[c * blocks + row];
  for (std::size_t m = 0; m < c; ++m)
    value -= first[m * blocks + row] * first[m * blocks + panel][c];
  first[c * blocks + row] = value * inverse;
}

// `inverse`: of each column's root, which itself stays on the diagonal.
SANAQ_FOR_EVERY_PROCESSOR bool factor_in_place(Lanes* factor, std::size_t blocks, double* inverse) {
  for (std::size_t panel = 0; panel < blocks; ++panel) {
    Lanes* first = factor + panel * width * blocks;
    for (std::size_t row = panel; row < blocks; ++row) subtract_earlier(factor, blocks, panel, row);
    for (std::size_t c = 0; c < width; ++c) {
      double square = first[c * blocks + panel][c];
      for (std::size_t m = 0; m < c; ++m) {
        const double before = first[m * blocks + panel][c];
        square -= before * before;
      }
      if (!(square > 0) || square > 1e300) return false;
      const double root = std::sqrt(square);
      inverse[panel * width + c] = 1 / root;
      divide_column(factor, blocks, panel, panel, c, inverse[panel * width + c]);
      first[c * blocks + panel][c] = root;
    }
    for (std::size_t row = panel + 1; row < blocks; ++row) {
      for (std::size_t c = 0; c < width; ++c)
        divide_column(factor, blocks, panel, row, c, inverse[panel * width + c]);
    }
  }
  return true;
}

// L z = b, panel by panel: its own triangle, then what it explains of the rows below.
SANAQ_INLINE void solve_forward(const Lanes* factor, std::size_t blocks, const double* inverse,
                                Lanes* value) {
  for (std::size_t panel = 0; panel < blocks; ++panel) {
    const Lanes* first = factor + panel * width * blocks;
    double own[width];
    for (std::size_t lane = 0; lane < width; ++lane) own[lane] = value[panel][lane];
    for (std::size_t c = 0; c < width; ++c) {
      const Lanes* const column = first + c * blocks + panel;
      own[c] *= inverse[panel * width + c];
      for (std::size_t below = c + 1; below < width; ++below)
        own[below] -= (*column)[below] * own[c];
    }
    for (std::size_t lane = 0; lane < width; ++lane) value[panel][lane] = own[lane];
    for (std::size_t row = panel + 1; row < blocks; ++row) {
      Lanes rest = value[row];
      for (std::size_t c = 0; c < width; ++c) rest -= first[c * blocks + row] * own[c];
      value[row] = rest;
    }
  }
}

// L' x = z, the last panel first.
SANAQ_INLINE void solve_backward(const Lanes* factor, std::size_t blocks, const double* inverse,
                                 Lanes* value) {
  for (std::size_t panel = blocks; panel-- > 0;) {
    const Lanes* first = factor + panel * width * blocks;
    double own[width];
    for (std::size_t c = 0; c < width; ++c) {
      Lanes explained = lanes(0);
      for (std::size_t row = panel + 1; row < blocks; ++row)
        explained += first[c * blocks + row] * value[row];
      own[c] = value[panel][c] - sum_of(explained);
    }
    for (std::size_t c = width; c-- > 0;) {
      const Lanes* const column = first + c * blocks + panel;
      for (std::size_t below = c + 1; below < width; ++below)
        own[c] -= (*column)[below] * own[below];
      own[c] *= inverse[panel * width + c];
    }
    for (std::size_t lane = 0; lane < width; ++lane) value[panel][lane] = own[lane];
  }
}

SANAQ_FOR_EVERY_PROCESSOR void solve_in_place(const Lanes* factor, std::size_t blocks,
                                              const double* inverse, Lanes* value) {
  solve_forward(factor, blocks, inverse, value);
  solve_backward(factor, blocks, inverse, value);
}

}  // namespace

bool Cholesky::compute(const Eigen::MatrixXd& matrix) {
  base::check(matrix.rows() == matrix.cols() && matrix.rows() > 0, "a square matrix is factored");
  size_ = matrix.rows();
  blocks_ = (static_cast<std::size_t>(size_) + width - 1) / width;
  factor_.assign(blocks_ * width * blocks_, lanes(0));
  for (std::size_t k = 0; k < blocks_ * width; ++k) {
    const auto column = static_cast<Eigen::Index>(k);
    if (column >= size_) {
      factor_[k * blocks_ + k / width][k % width] = 1;
      continue;
    }
    auto* rows = reinterpret_cast<double*>(&factor_[k * blocks_]);
    const double* from = matrix.data() + column * size_;
    std::copy(from + column, from + size_, rows + column);
  }
  inverse_.resize(blocks_ * width);
  return factor_in_place(factor_.data(), blocks_, inverse_.data());
}

Eigen::VectorXd Cholesky::solve(const Eigen::VectorXd& right) const {
  base::check(right.size() == size_, "one right side a row");
  LaneVector value(blocks_, lanes(0));
  auto* values = reinterpret_cast<double*>(value.data());
  std::copy(right.data(), right.data() + size_, values);
  solve_in_place(factor_.data(), blocks_, inverse_.data(), value.data());
  return Eigen::Map<const Eigen::VectorXd>(values, size_);
}

double Cholesky::log_determinant() const {
  double sum = 0;
  for (std::size_t k = 0; k < static_cast<std::size_t>(size_); ++k)
    sum += std::log(factor_[k * blocks_ + k / width][k % width]);
  return 2 * sum;
}

}  // namespace sanaq::estimate
