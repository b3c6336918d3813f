// Text from outside, made safe to show: nothing in it can steer a terminal or reverse the direction
// of a line.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// For a piece of text within a line (a cell, a name, a path): control characters (line ends and
// tabs among them), bidirectional embeddings, overrides and forced isolates, and line and paragraph
// separators become escapes such as \u001B; bytes that are no UTF-8 become \xFF. Everything else
// stays, also the marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) and those that set a
// name apart without turning it (U+2068, U+2069). Applying it twice gives the same as once.
[[nodiscard]] std::string shown(std::string_view text);

// Does the same for a whole output, whose line ends and tabs stay. The escapes keep JSON valid.
[[nodiscard]] std::string shown_lines(std::string_view text);

// Returns valid UTF-8: bytes that are not become \xFF, and everything else stays. It is used for a
// file's name, which is entered as it is.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace sanaq::base
