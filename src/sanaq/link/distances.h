// The distance of two short texts: the number of typing errors, and the Jaro-Winkler similarity.
#pragma once
#include <string_view>

namespace sanaq::link {

// Returns the optimal string alignment distance: insertions, deletions, changes and swaps of two
// neighbours, each place being changed once at most. If it is above `limit`, returns limit + 1.
// Letters are whole code points.
[[nodiscard]] int osa_distance(std::u32string_view left, std::u32string_view right, int limit);

// Returns the similarity of Winkler 1990, 0 to 1: Jaro's, and if that is above .7 a bonus of .1 for
// each of up to 4 first letters in common.
[[nodiscard]] double jaro_winkler(std::u32string_view left, std::u32string_view right);

}  // namespace sanaq::link
