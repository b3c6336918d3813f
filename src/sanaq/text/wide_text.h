// Texts as ICU takes them, safe to normalise.
#pragma once
#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace sanaq::text {

// UTF-16 of UTF-8; bad bytes become U+FFFD, and of the marks over and under one letter those beyond
// marks_max (limits.h) are left out.
[[nodiscard]] icu::UnicodeString wide_text(std::string_view utf8);

// Does a letter bear more marks than marks_max?
[[nodiscard]] bool has_too_many_marks(std::string_view utf8);

}  // namespace sanaq::text
