// Levels of agreement of two values of one column (notes on linking, section 3).
//
// Levels 0 to 3 are equality, from rare to frequent values, so that a pattern of levels knows
// roughly how rare the value is. For whole names they are those of names.h. A missing
// side is `missing`; the last level of each kind is "differs".
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

inline constexpr std::int8_t missing = -1;
// In a pattern of levels each feature has four bits: its level, or no_level where a side is
// missing.
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
inline constexpr int near_level = 4;  // the first that is no equality
// Of dates: 1976 for 1967. As frequent a slip as a wrong digit, and by chance far rarer.
inline constexpr int exchanged_digits = 5;
// Of dates that are alike in nothing else.
inline constexpr int same_year_level = 8, next_year_level = 9;
inline constexpr int one_digit_off = 4, two_parts_level = 6, two_digits_off = 7;
// Of dates of which one is less than a day.
inline constexpr int known_year_level = 10, known_wide_level = 11, known_near_level = 12,
                     known_differs_level = 13;

[[nodiscard]] const std::vector<std::string>& level_labels(Kind kind);
[[nodiscard]] inline int level_count(Kind kind) {
  return static_cast<int>(level_labels(kind).size());
}
[[nodiscard]] inline bool is_exact(Kind kind, int level) {
  return kind != Kind::name && level >= 0 && level < exact_levels;
}

// Dates that are both whole days, and dates of which one is less: what such pairs can show at all
// differs, and which of them a pair is says nothing about whether it is one person. Levels of one
// class are held against each other.
inline constexpr int level_classes = 2;
[[nodiscard]] int level_class(Kind kind, int level);
[[nodiscard]] bool agrees_as_far_as_known(Kind kind, int level);

// Which of the four equality levels a value that `count` records share belongs to.
[[nodiscard]] int exact_level(std::uint32_t count, std::uint32_t most);

// Two different values of one feature, without looking at other features.
[[nodiscard]] int fuzzy_level(const Feature& feature, std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
