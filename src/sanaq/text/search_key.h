// A name as it is looked for: in small Latin letters, whatever alphabet it is typed in, and with
// spellings that readers mix up made one (Erlan, Yerlan, Ерлан).
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sanaq::text {

// Each letter is put into Latin by itself, and then these replacements are made in each word, one
// after the other, each from left to right. So a script that has the letters and the replacements
// makes the same key.
using Replacement = std::pair<std::string_view, std::string_view>;
[[nodiscard]] std::span<const Replacement> search_replacements();

// Returns what a single small letter becomes before the replacements: small Latin letters and
// digits, a space for what parts words, "" for what is passed over.
[[nodiscard]] std::string search_letter(char32_t letter);

// Returns words of small Latin letters and digits with single spaces between them; no letter stands
// twice in a row. Empty if there is no letter in the text.
[[nodiscard]] std::string search_key(std::string_view text);

}  // namespace sanaq::text
