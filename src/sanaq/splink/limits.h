// What the conditions of a model may hold, all in one place. Beyond it the file is refused in
// words. How long the whole file may be stands in link/limits.h.
#pragma once
#include <cstddef>

namespace sanaq::splink {

// A condition: letters, and how deep its parts stand in one another. A level compares a few cells;
// an AND of so many is as deep. Conditions are taken apart and evaluated by recursion.
inline constexpr std::size_t condition_bytes_max = 100'000;
inline constexpr std::size_t condition_depth_max = 200;

// Letters of a text that its edits to another are counted for: they take the product of the two
// lengths, in time and memory. Of a longer text these are compared.
inline constexpr std::size_t compared_letters_max = 1000;

// Values of a list in one cell: of a longer list the first. And values that one condition makes out
// of lists for one pair: every value with every other, twice over. Beyond it nothing is known.
inline constexpr std::size_t list_values_max = 1000;
inline constexpr std::size_t made_values_max = 4'000'000;

// Steps of a pattern (a regular expression) with its repetitions written out: each letter of a text
// takes at most so many.
inline constexpr std::size_t pattern_steps_max = 5000;

}  // namespace sanaq::splink
