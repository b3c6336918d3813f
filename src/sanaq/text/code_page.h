// Encodings of one byte a letter: what the upper half of each means.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::text {

inline constexpr char32_t no_letter = 0xFFFD;

struct CodePage {
  std::string name;
  std::array<char32_t, 128> letters;  // of the bytes 0x80 to 0xFF; no_letter where there is none

  [[nodiscard]] char32_t letter(char byte) const {
    const auto number = static_cast<unsigned char>(byte);
    return number < 0x80 ? number : letters[number - 0x80U];
  }
};

// Kazakhstan's KZ-1048 (STRK 1048-2002) and PTCP154, by any of their names; ICU has neither.
[[nodiscard]] std::optional<CodePage> kazakh_code_page(std::string_view name);

// Throws Error{bad_input} for a name that neither ICU nor kazakh_code_page knows. `name` must be of
// an encoding of one byte a letter.
[[nodiscard]] CodePage code_page(const std::string& name);

void append_utf8(std::string& text, char32_t letter);

}  // namespace sanaq::text
