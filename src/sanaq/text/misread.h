// Text that a program once read in a wrong encoding of one byte a letter and then saved as Unicode:
// "Êóðìàíîâ" for Курманов.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::text {

struct Misread {
  std::string text;                 // mended
  std::string taken_for, encoding;  // what it was read as, and what it was in
  std::size_t words = 0;
  // The first word mended: where it is in the text given, as it was and as it is.
  std::size_t at = 0;
  std::string word, mended_word;
};

// None where the words make sense as they stand, or in no encoding. `text` is valid UTF-8.
[[nodiscard]] std::optional<Misread> mend_misread(std::string_view text);

}  // namespace sanaq::text
