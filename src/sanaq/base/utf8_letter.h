// One letter of a text that may be no UTF-8.
#pragma once
#include <cstddef>
#include <string_view>

namespace sanaq::base {

struct Utf8Letter {
  char32_t code = 0;
  std::size_t size = 1;   // in bytes
  bool is_whole = false;  // false for a byte that begins no letter
};

// Returns the first letter of a text that is not empty, by the Unicode Standard 15, table 3-7: no
// overlong forms, no surrogates, nothing beyond U+10FFFF. A byte that begins none is given alone.
[[nodiscard]] Utf8Letter first_letter(std::string_view text);

}  // namespace sanaq::base
