// The fast Walsh-Hadamard transform: all signed sums of 2^L values at once.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <span>

namespace sanaq::estimate {

// values[t] becomes sum over s of (-1)^popcount(t & s) values[s]. The length is a power of two.
// Twice is length times the identity.
void walsh_transform(std::span<double> values);

inline constexpr std::size_t walsh_cells_max = 256;  // eight lists

// J' diag(mu) J of the design J(s, t) = scale(t) (-1)^popcount(t & s), from the transform of mu:
// matrix(t, u) = scale(t) scale(u) transformed(t xor u) for t >= u. What lies above the diagonal
// may be overwritten and means nothing. 8 to 256 cells.
void walsh_products(std::span<const double> transformed, std::span<const double> scale,
                    Eigen::MatrixXd& matrix);

}  // namespace sanaq::estimate
