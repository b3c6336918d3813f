// Bounds for the similarity of two values of a feature, from which letters they have.
#pragma once
#include <string>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// The bounds come from the letters that only one of the values has: an edit removes at most one
// such letter of either side.
struct LetterBounds {
  LetterBounds(const Feature& feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] std::size_t least_edits() const;
  // Returns a number that the Jaro-Winkler similarity does not exceed.
  [[nodiscard]] double most_jaro_winkler(const std::u32string& a, const std::u32string& b) const;

  std::size_t only_left, only_right;
};

// Returns the optimal string alignment distance of two values; 3 if it is more than 2.
[[nodiscard]] int edits_up_to_two(const Feature& feature, std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
