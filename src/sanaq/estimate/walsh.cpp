#include "sanaq/estimate/walsh.h"

#include "sanaq/base/check.h"
#include "sanaq/estimate/lane_targets.h"
#include "sanaq/estimate/lanes.h"

namespace sanaq::estimate {
namespace {

constexpr std::size_t width = lane_count;

void transform_few(std::span<double> values) {
  for (std::size_t half = 1; half < values.size(); half *= 2) {
    for (std::size_t block = 0; block < values.size(); block += 2 * half) {
      for (std::size_t at = block; at < block + half; ++at) {
        const double sum = values[at] + values[at + half];
        values[at + half] = values[at] - values[at + half];
        values[at] = sum;
      }
    }
  }
}

// The same sums eight at a time: the first three rounds within a register, where the lower of two
// lanes becomes a + b and the upper a - b.
SANAQ_FOR_EVERY_PROCESSOR void transform_many(LooseLanes* values, std::size_t blocks) {
  constexpr Lanes by_one{1, -1, 1, -1, 1, -1, 1, -1}, by_two{1, 1, -1, -1, 1, 1, -1, -1},
      by_four{1, 1, 1, 1, -1, -1, -1, -1};
  for (std::size_t at = 0; at < blocks; ++at) {
    Lanes x = values[at];
    x = by_one * x + __builtin_shufflevector(x, x, 1, 0, 3, 2, 5, 4, 7, 6);
    x = by_two * x + __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5);
    values[at] = by_four * x + __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3);
  }
  for (std::size_t half = 1; half < blocks; half *= 2) {
    for (std::size_t block = 0; block < blocks; block += 2 * half) {
      for (std::size_t at = block; at < block + half; ++at) {
        const Lanes low = values[at], high = values[at + half];
        values[at] = low + high;
        values[at + half] = low - high;
      }
    }
  }
}

// Lane by lane x with lanes t and t xor `by` exchanged.
SANAQ_INLINE Lanes exchanged(Lanes x, std::size_t by) {
  if ((by & 1U) != 0) x = __builtin_shufflevector(x, x, 1, 0, 3, 2, 5, 4, 7, 6);
  if ((by & 2U) != 0) x = __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5);
  if ((by & 4U) != 0) x = __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3);
  return x;
}

// Columns u, u + 8, … take the same exchange of lanes: it is made once for all of them.
SANAQ_FOR_EVERY_PROCESSOR void multiply(const LooseLanes* transformed, const LooseLanes* scale,
                                        std::size_t blocks, double* matrix, std::size_t rows) {
  Lanes ready[walsh_cells_max / width];
  for (std::size_t lane = 0; lane < width; ++lane) {
    for (std::size_t at = 0; at < blocks; ++at) ready[at] = exchanged(transformed[at], lane);
    for (std::size_t block = 0; block < blocks; ++block) {
      double* const column = matrix + (block * width + lane) * rows;
      const double own = scale[block][lane];
      for (std::size_t at = block; at < blocks; ++at) {
        *reinterpret_cast<LooseLanes*>(column + at * width) = scale[at] * own * ready[at ^ block];
      }
    }
  }
}

}  // namespace

void walsh_products(std::span<const double> transformed, std::span<const double> scale,
                    Eigen::MatrixXd& matrix) {
  const std::size_t cells = transformed.size();
  base::check(cells % width == 0 && cells <= walsh_cells_max && scale.size() == cells &&
                  matrix.rows() >= static_cast<Eigen::Index>(cells) &&
                  matrix.cols() >= static_cast<Eigen::Index>(cells),
              "the cells of three to eight lists, and room for a product of each two");
  multiply(reinterpret_cast<const LooseLanes*>(transformed.data()),
           reinterpret_cast<const LooseLanes*>(scale.data()), cells / width, matrix.data(),
           static_cast<std::size_t>(matrix.rows()));
}

void walsh_transform(std::span<double> values) {
  base::check(!values.empty() && (values.size() & (values.size() - 1)) == 0,
              "a Walsh transform has a power of two values");
  if (values.size() < width) {
    transform_few(values);
  } else {
    transform_many(reinterpret_cast<LooseLanes*>(values.data()), values.size() / width);
  }
}

}  // namespace sanaq::estimate
