// A table of text on a screen.
#pragma once
#include <string>
#include <vector>

namespace sanaq::report {

// Columns separated by two spaces, each as wide as its widest cell in characters; the last is not
// filled up. Numbers go to the right. Cells may come from outside: they are shown (base/shown.h).
[[nodiscard]] std::string text_table(std::vector<std::vector<std::string>> rows);

// Characters of UTF-8 text; wide ones are not expected.
[[nodiscard]] std::size_t character_count(const std::string& text);
// Text from outside as it is shown within a line (base/shown.h), cut to so many characters and an
// ellipsis where it is longer.
[[nodiscard]] std::string safe_cell(const std::string& text, std::size_t characters_max);

}  // namespace sanaq::report
