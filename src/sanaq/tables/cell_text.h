// What is done for every cell, whatever its column: trimming it, and recognising words for "not
// known".
#pragma once
#include <string_view>

namespace sanaq::tables {

// Returns the cell without blanks at either end: spaces, tabs, line ends, and the no-break and
// zero-width spaces that spreadsheets leave.
[[nodiscard]] std::string_view trimmed(std::string_view cell);

// Returns true for a folded cell (text::fold) that says that nothing is known: "-", "?", "n/a",
// "unknown", "неизвестно", "белгісіз" (text/nobody.h).
[[nodiscard]] bool says_nothing(std::string_view folded);

// Does the same for a cell as written; it folds only the few cells that may be such a word by their
// first letters.
[[nodiscard]] bool cell_says_nothing(std::string_view cell);

}  // namespace sanaq::tables
