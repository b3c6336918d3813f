// Which encoding bytes beyond ASCII are in, when no mark and no UTF-8 says so.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

struct EncodingGuess {
  std::string encoding;
  // The best other encoding that gives another text, and by how many bits it is less likely.
  std::string runner_up;
  double lead_bits = 0;
  // A word of the file that the two read differently.
  std::string word, word_of_runner_up;  // UTF-8
  // Words that make no sense in the chosen encoding either: letters of two alphabets, or signs
  // among letters. Of the words looked at.
  std::size_t words = 0, odd_words = 0;
  std::string odd_word;
};

// A lead below it is told to the user.
inline constexpr double close_lead_bits = 8;

// Of encodings of one byte a letter the one in which the words are the likeliest: by letters, pairs
// of letters and capitals of the languages of letter_models.h. Words with bytes beyond ASCII are
// looked at from the whole file, evenly, and for each byte some that hold it. Where none makes
// words, ICU is asked (Chinese, Japanese, Korean).
[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

// The words looked at, each once, in the order of their bytes.
[[nodiscard]] std::vector<std::string_view> telling_words(std::string_view bytes);

}  // namespace sanaq::text
