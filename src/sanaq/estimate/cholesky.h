// Cholesky's factor of a positive definite matrix of up to a few hundred rows, with the widest
// registers that the processor has.
//
// Every sum is taken lane by lane in one order and without fused multiply-add, so that all
// processors give the same bytes.
#pragma once
#include <Eigen/Core>
#include <vector>

#include "sanaq/estimate/lanes.h"

namespace sanaq::estimate {

class Cholesky {
 public:
  // Factors the matrix, of which it reads the lower triangle only. Returns false if the matrix is
  // not positive definite; the other two must not be called then.
  [[nodiscard]] bool compute(const Eigen::MatrixXd& matrix);
  [[nodiscard]] Eigen::VectorXd solve(const Eigen::VectorXd& right) const;
  [[nodiscard]] double log_determinant() const;

 private:
  Eigen::Index size_ = 0;
  std::size_t blocks_ = 0;       // of eight rows; rows past the size are those of the unit matrix
  LaneVector factor_;            // column by column
  std::vector<double> inverse_;  // of the diagonal
};

}  // namespace sanaq::estimate
