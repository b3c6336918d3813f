// Levels of agreement of two values of one column (notes on linking, section 3).
//
// Levels 0 to 3 are equality, from rare to frequent values, so that a pattern of levels tells
// roughly how rare the value is. Whole names have the levels of names.h. If a side is missing, the
// level is `missing`; the last level of each kind is "differs".
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

inline constexpr std::int8_t missing = -1;
// In a pattern of levels each feature has four bits: its level, or no_level if a side is missing.
inline constexpr std::uint64_t no_level = 15;
[[nodiscard]] inline std::uint64_t pack_levels(const std::int8_t* levels, std::size_t features) {
  std::uint64_t packed = 0;
  for (std::size_t f = 0; f < features; ++f)
    packed |= (static_cast<std::uint64_t>(levels[f]) & 15U) << (4 * f);
  return packed;
}
inline void unpack_levels(std::uint64_t packed, std::size_t features, std::int8_t* levels) {
  for (std::size_t f = 0; f < features; ++f, packed >>= 4)
    levels[f] = (packed & 15U) == no_level ? missing : static_cast<std::int8_t>(packed & 15U);
}
inline constexpr int exact_levels = 4;
inline constexpr int near_level = 4;  // the first level that is not equality
// For dates: 1976 for 1967. It is as frequent an error as a wrong digit, and far rarer by chance.
inline constexpr int exchanged_digits = 5;
// For dates that are alike in nothing else.
inline constexpr int same_year_level = 8, next_year_level = 9;
inline constexpr int one_digit_off = 4, two_parts_level = 6, two_digits_off = 7;
// For dates of which one is less than a day.
inline constexpr int known_year_level = 10, known_wide_level = 11, known_near_level = 12,
                     known_differs_level = 13;

[[nodiscard]] const std::vector<std::string>& level_labels(Kind kind);
[[nodiscard]] inline int level_count(Kind kind) {
  return static_cast<int>(level_labels(kind).size());
}
[[nodiscard]] inline bool is_exact(Kind kind, int level) {
  return kind != Kind::name && level >= 0 && level < exact_levels;
}

// Two whole days, and two dates of which one is less, form two classes: such pairs can show
// different levels, and the class of a pair says nothing about whether it is one person. Levels are
// compared within a class.
inline constexpr int level_classes = 2;
[[nodiscard]] int level_class(Kind kind, int level);
[[nodiscard]] bool agrees_as_far_as_known(Kind kind, int level);

// Returns which of the four levels of equality a value belongs to that `count` records share.
[[nodiscard]] int exact_level(std::uint32_t count, std::uint32_t most);

// Returns the level of two different values of one feature, without looking at other features.
[[nodiscard]] int fuzzy_level(const Feature& feature, std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
