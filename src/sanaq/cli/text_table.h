// A table of text on a screen.
#pragma once
#include <string>
#include <vector>

namespace sanaq::cli {

// Columns parted by two spaces, each as wide as its widest cell in characters; the last is not
// filled up. Numbers go to the right.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& rows);

// Characters of UTF-8 text; wide ones are not expected.
[[nodiscard]] std::size_t character_count(const std::string& text);
// What a terminal may be given: control characters become spaces, and long text is cut to so many
// and an ellipsis.
[[nodiscard]] std::string safe_cell(const std::string& text, std::size_t characters_max);

}  // namespace sanaq::cli
