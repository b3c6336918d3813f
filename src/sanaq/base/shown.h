// Text from outside, made fit to be shown: nothing in it can steer a terminal or turn a line round.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// A piece of text within a line (a cell, a name, a path): control characters (line ends and tabs
// among them), bidirectional embeddings, overrides and forced isolates, and line and paragraph separators
// become escapes such as \u001B; bytes that are no UTF-8 become \xFF. Everything else stays, also
// the marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) and those that set
// a name apart without turning it (U+2068, U+2069). Shown twice is shown once.
[[nodiscard]] std::string shown(std::string_view text);

// The same for whole output, whose own line ends and tabs stay. Escapes are such that JSON stays
// JSON.
[[nodiscard]] std::string shown_lines(std::string_view text);

// UTF-8 whatever it was: bytes that are none become \xFF, and everything else stays. For a file's
// name, which is entered as it is.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace sanaq::base
