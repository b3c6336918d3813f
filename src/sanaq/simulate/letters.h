// Text as letters: what spelling and typing errors work on. Latin, Russian and Kazakh letters only.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::simulate {

// `utf8` must be valid UTF-8, which all our own pools are.
[[nodiscard]] std::u32string to_letters(std::string_view utf8);
[[nodiscard]] std::string to_text(std::u32string_view letters);

[[nodiscard]] char32_t lower(char32_t letter);
[[nodiscard]] char32_t upper(char32_t letter);
[[nodiscard]] bool is_upper(char32_t letter);
[[nodiscard]] std::string in_capitals(std::string_view utf8);

}  // namespace sanaq::simulate
