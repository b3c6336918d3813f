#include "sanaq/estimate/walsh.h"

#include <bit>

#include "sanaq/base/check.h"

namespace sanaq::estimate {

void walsh_transform(std::span<double> values) {
  base::check(std::has_single_bit(values.size()), "a Walsh transform has a power of two values");
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

}  // namespace sanaq::estimate
