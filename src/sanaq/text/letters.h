// A written name as tokens: normalised, split, mended where two scripts are mixed in one word.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

struct Word {
  std::u32string letters;     // lower case, mended
  bool starts_small = false;  // written with a small first letter, or in a script without capitals
  bool has_dot = false;       // a full stop follows: an initial or an abbreviation
};

// NFKC; vowel signs, tatweel and apostrophes go; split at spaces, punctuation, hyphens and inside
// CamelCase.
[[nodiscard]] std::vector<Word> split_words(std::string_view text);

// A word that mixes Latin and Cyrillic letters gets those of one script: of the one with more
// letters that have no twin in the other, then the one with more letters, then Cyrillic.
[[nodiscard]] std::u32string mend_scripts(std::u32string_view word);

[[nodiscard]] std::u32string to_utf32(std::string_view utf8);  // as wide_text.h has it
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace sanaq::text
