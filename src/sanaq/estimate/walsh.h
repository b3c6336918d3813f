// The fast Walsh-Hadamard transform: all signed sums of 2^L values at once.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <span>

namespace sanaq::estimate {

// Replaces values[t] by the sum over s of (-1)^popcount(t & s) values[s]. The length must be a
// power of two. Applied twice it gives the values times the length.
void walsh_transform(std::span<double> values);

inline constexpr std::size_t walsh_cells_max = 256;  // eight lists

// Sets matrix to J' diag(mu) J for the design J(s, t) = scale(t) (-1)^popcount(t & s), from the
// transform of mu: matrix(t, u) = scale(t) scale(u) transformed(t xor u) for t >= u. The part above
// the diagonal may be overwritten and has no meaning. Takes 8 to 256 cells.
void walsh_products(std::span<const double> transformed, std::span<const double> scale,
                    Eigen::MatrixXd& matrix);

}  // namespace sanaq::estimate
