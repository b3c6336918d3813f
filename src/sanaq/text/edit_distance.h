// Edits that turn one text into another, and Jaro's share of letters in common: as SQL's functions
// of these names have them.
#pragma once
#include <cstddef>
#include <string_view>

namespace sanaq::text {

// Insert, delete, change. Letters are whole code points.
[[nodiscard]] std::size_t levenshtein(std::u32string_view left, std::u32string_view right);
// The same counted in bytes: for ASCII, and where a rough order of likeness is enough.
[[nodiscard]] std::size_t levenshtein(std::string_view left, std::string_view right);

// Insert, delete, change, swap two neighbours, with letters put in between a swap (unrestricted:
// Lowrance, Wagner 1975): "31" and "123" are 2 apart, where optimal string alignment says 3.
[[nodiscard]] std::size_t damerau_levenshtein(std::u32string_view left, std::u32string_view right);

// Jaro 1989, 0 to 1. Letters match within half the longer length less one; half the matched letters
// out of order are transpositions.
[[nodiscard]] double jaro(std::u32string_view left, std::u32string_view right);

}  // namespace sanaq::text
