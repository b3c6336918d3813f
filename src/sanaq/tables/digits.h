// Makes digits of every script plain: ١٦ is 16.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::tables {

// Returns true if `cell` has a letter beyond ASCII; otherwise it has no digit of another script
// either.
[[nodiscard]] bool is_beyond_ascii(std::string_view cell);

// Returns the cell with the decimal digits of any script as 0 to 9, with the Arabic decimal sign
// and comma replaced, and without the invisible direction marks around numbers in Arabic and Hebrew
// texts.
[[nodiscard]] std::string with_plain_digits(std::string_view cell);

}  // namespace sanaq::tables
