// Codes of languages, as ISO 639 has them.
#pragma once
#include <string_view>

namespace sanaq::text {

// "kk", "kaz" and "kk-Cyrl" are; "kz", which is a country, is not.
[[nodiscard]] bool is_language_code(std::string_view text);

}  // namespace sanaq::text
