#include "sanaq/link/letter_bounds.h"

#include <algorithm>
#include <bit>

#include "sanaq/link/distances.h"

namespace sanaq::link {

LetterBounds::LetterBounds(const Feature& feature, std::uint32_t left, std::uint32_t right)
    : only_left(static_cast<std::size_t>(
          std::popcount(feature.letter_sets[left] & ~feature.letter_sets[right]))),
      only_right(static_cast<std::size_t>(
          std::popcount(feature.letter_sets[right] & ~feature.letter_sets[left]))) {}

std::size_t LetterBounds::least_edits() const { return std::max(only_left, only_right); }

double LetterBounds::most_jaro_winkler(const std::u32string& a, const std::u32string& b) const {
  const auto common = static_cast<double>(std::min(a.size() - only_left, b.size() - only_right));
  const double jaro =
      (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) + 1) / 3;
  std::size_t prefix = 0;
  const std::size_t most = std::min({a.size(), b.size(), std::size_t{4}});
  while (prefix < most && a[prefix] == b[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

int edits_up_to_two(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  return LetterBounds(feature, left, right).least_edits() > 2
             ? 3
             : osa_distance(feature.letters[left], feature.letters[right], 2);
}

}  // namespace sanaq::link
