#include "sanaq/link/levels.h"

#include <algorithm>
#include <cmath>

#include "sanaq/link/columns.h"
#include "sanaq/link/kind_of_levels.h"

namespace sanaq::link {
const std::vector<std::string>& level_labels(Kind kind) { return kind_of_levels(kind).labels; }

int level_class(Kind kind, int level) {
  return kind == Kind::date && level >= known_year_level && level <= known_differs_level ? 1 : 0;
}

bool agrees_as_far_as_known(Kind kind, int level) {
  return kind == Kind::date && (level == known_year_level || level == known_wide_level);
}

int exact_level(std::uint32_t count, std::uint32_t most) {
  const double share =
      std::log(static_cast<double>(count)) / std::log(static_cast<double>(most) + 1);
  return std::min(exact_levels - 1, static_cast<int>(share * exact_levels));
}

int fuzzy_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  return kind_of_levels(feature.kind).level(feature, left, right);
}

}  // namespace sanaq::link
