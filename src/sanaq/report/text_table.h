// A table of text for the screen.
#pragma once
#include <string>
#include <vector>

namespace sanaq::report {

// Returns the rows with columns separated by two spaces, each as wide as its widest cell in
// characters; the last column is not padded. Numbers are aligned to the right. Cells may come from
// outside: they are escaped by shown() (base/shown.h).
[[nodiscard]] std::string text_table(std::vector<std::vector<std::string>> rows);

// Returns the number of characters of UTF-8 text; double-width characters count as one.
[[nodiscard]] std::size_t character_count(const std::string& text);
// Returns text from outside, escaped by shown() (base/shown.h), and cut to `characters_max` with an
// ellipsis if it is longer.
[[nodiscard]] std::string safe_cell(const std::string& text, std::size_t characters_max);

}  // namespace sanaq::report
