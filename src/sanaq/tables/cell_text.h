// What is the same for every cell, whatever its column: its edges, and what people write for "not
// known".
#pragma once
#include <string_view>

namespace sanaq::tables {

// Without blanks at either end: spaces, tabs, line ends, and the no-break and zero-width spaces
// that spreadsheets leave.
[[nodiscard]] std::string_view trimmed(std::string_view cell);

// True for a folded cell (text::fold) that says that nothing is known: "-", "?", "n/a", "unknown",
// "неизвестно", "белгісіз" (text/nobody.h).
[[nodiscard]] bool says_nothing(std::string_view folded);

// The same of a cell as written: it folds only cells that may be such a word, which few are by
// their first letters.
[[nodiscard]] bool cell_says_nothing(std::string_view cell);

}  // namespace sanaq::tables
