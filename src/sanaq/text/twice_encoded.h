// Text whose letters were encoded twice: UTF-8 that a program took for an encoding of one byte a
// letter and saved as UTF-8 again ("MÃ¼ller", "РќСѓСЂР»Р°РЅ").
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::text {

struct TwiceEncoded {
  std::string text;      // mended
  std::string encoding;  // that its UTF-8 was taken for
  std::size_t words = 0;
  // The first word mended: where it is in the text given, as it was and as it is.
  std::size_t at = 0;
  std::string word, mended_word;
  // Words that are such and cannot be mended, since bytes of them are lost.
  std::size_t broken_words = 0;
  std::size_t broken_at = 0;
  std::string broken_word;
};

// None where no words are such. Each must be valid UTF-8 when its letters are bytes again, and
// together they must be far likelier words then (letter_models.h). `text` is valid UTF-8.
[[nodiscard]] std::optional<TwiceEncoded> mend_twice_encoded(std::string_view text);

// The same where `encoding` is known to be the one, of a cell alone.
[[nodiscard]] std::string mended_from(std::string_view text, const std::string& encoding);

}  // namespace sanaq::text
