// Which encoding a file is in, and its text as UTF-8.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/text/encoding_guess.h"

namespace sanaq::text {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

// An ICU name, KZ-1048 or PTCP154. A byte-order mark decides; then zeros (UTF-16); then UTF-8, also
// where a few bytes of it are damaged; then which encoding gives words (encoding_guess.h).
[[nodiscard]] std::string detect_encoding(std::string_view bytes);
// With what speaks against it, where it is a guess.
[[nodiscard]] EncodingGuess detect_with_doubts(std::string_view bytes);

// Without its byte-order mark. Bytes that the encoding does not have become U+FFFD. Throws
// Error{bad_input} for an encoding that is not known.
[[nodiscard]] std::string to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace sanaq::text
