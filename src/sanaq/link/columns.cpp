#include "sanaq/link/columns.h"

#include <cmath>

namespace sanaq::link {

bool is_whole_value(const Feature& feature, std::size_t code) {
  if (feature.dates.empty() || !feature.dates[code]) return true;
  const record::PartialDate& date = *feature.dates[code];
  return !date.approximate && date.first_day == date.last_day;
}

double entropy_bits(const Feature& feature) {
  double bits = 0;
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    const double share =
        static_cast<double>(feature.counts[code]) / static_cast<double>(feature.filled);
    if (share > 0) bits -= share * std::log2(share);
  }
  return bits;
}

}  // namespace sanaq::link
