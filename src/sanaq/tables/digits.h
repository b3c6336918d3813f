// Digits of every script are digits: ١٦ is 16.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::tables {

// Whether `cell` has a letter beyond ASCII: without one it has no digit of another script either.
[[nodiscard]] bool is_beyond_ascii(std::string_view cell);

// The cell with the decimal digits of any script written as 0 to 9, the Arabic decimal sign and
// comma as theirs, and without the invisible marks of direction that stand around numbers in Arabic
// and Hebrew texts.
[[nodiscard]] std::string with_plain_digits(std::string_view cell);

}  // namespace sanaq::tables
