#include "sanaq/estimate/column_products.h"

#include "sanaq/base/check.h"
#include "sanaq/estimate/lane_targets.h"
#include "sanaq/estimate/lanes.h"

namespace sanaq::estimate {
namespace {

constexpr std::size_t width = lane_count;
constexpr std::size_t blocks_max = 32;  // eight lists

// `products`: column by column, `count` of each.
SANAQ_FOR_EVERY_PROCESSOR void multiply(const LooseLanes* columns, const LooseLanes* weight,
                                        std::size_t blocks, std::size_t count, double* products) {
  Lanes weighted[blocks_max];
  for (std::size_t i = 0; i < count; ++i) {
    const LooseLanes* const own = columns + i * blocks;
    for (std::size_t at = 0; at < blocks; ++at) weighted[at] = own[at] * weight[at];
    for (std::size_t j = 0; j <= i; ++j) {
      const LooseLanes* const other = columns + j * blocks;
      Lanes sum = weighted[0] * other[0];
      for (std::size_t at = 1; at < blocks; ++at) sum += weighted[at] * other[at];
      products[i * count + j] = products[j * count + i] = sum_of(sum);
    }
  }
}

}  // namespace

void weighted_products(const Eigen::MatrixXd& columns, const Eigen::VectorXd& weight,
                       Eigen::MatrixXd& products) {
  const auto rows = static_cast<std::size_t>(columns.rows());
  base::check(rows > 0 && rows % width == 0 && rows / width <= blocks_max,
              "the cells of three to eight lists");
  base::check(weight.size() == columns.rows(), "one weight a cell");
  products.resize(columns.cols(), columns.cols());
  multiply(reinterpret_cast<const LooseLanes*>(columns.data()),
           reinterpret_cast<const LooseLanes*>(weight.data()), rows / width,
           static_cast<std::size_t>(columns.cols()), products.data());
}

}  // namespace sanaq::estimate
