// What two values of a feature can at best be to each other, from which letters they have.
#pragma once
#include <string>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// From the letters that only one of them has: an edit mends at most one such letter of either side.
struct LetterBounds {
  LetterBounds(const Feature& feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] std::size_t least_edits() const;
  // The Jaro-Winkler likeness is at most this.
  [[nodiscard]] double most_jaro_winkler(const std::u32string& a, const std::u32string& b) const;

  std::size_t only_left, only_right;
};

// Optimal string alignment distance of two values; 3 where it is more than 2.
[[nodiscard]] int edits_up_to_two(const Feature& feature, std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
