// Which encoding a file is in, and its text as UTF-8.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

// An ICU name: UTF-8, UTF-16LE, UTF-16BE, windows-1251, KOI8-R, ISO-8859-1 and what else ICU
// detects. A byte-order mark decides; then valid UTF-8; then, where letters beyond ASCII are dense,
// which Cyrillic reading gives words rather than noise; then ICU.
[[nodiscard]] std::string detect_encoding(std::string_view bytes);

// Without its byte-order mark. Bytes that the encoding does not have become U+FFFD. Throws
// Error{bad_input} for an encoding that ICU does not know.
[[nodiscard]] std::string to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace sanaq::text
