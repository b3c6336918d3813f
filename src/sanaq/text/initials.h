// A name shortened to the first letters of its words.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// Returns the first letter of each word of a name as a capital with a full stop, in the order of
// the name: "Сарсенбаев Асан Кайратович" -> "С. А. К."; "" for a text without letters. Of a name
// written in signs that are whole words (Chinese, Korean, Japanese), the letters are those of its
// romanised form, since the first sign would be the family name itself.
[[nodiscard]] std::string initials(std::string_view name);

}  // namespace sanaq::text
