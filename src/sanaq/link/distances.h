// How far two short texts are apart: typing errors counted, and Jaro-Winkler's share of letters in
// common.
#pragma once
#include <string_view>

namespace sanaq::link {

// Optimal string alignment: insert, delete, change or swap two neighbours, each place touched once.
// Counts no further than `limit`: limit + 1 means "more". Letters are whole code points.
[[nodiscard]] int osa_distance(std::u32string_view left, std::u32string_view right, int limit);

// 0 to 1 (Winkler 1990): Jaro, and above .7 a bonus of .1 a letter for up to 4 first letters in
// common.
[[nodiscard]] double jaro_winkler(std::u32string_view left, std::u32string_view right);

}  // namespace sanaq::link
