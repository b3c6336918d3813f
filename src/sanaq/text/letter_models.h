// How likely a word is in the languages that lists are written in, by its letters, pairs of letters
// and capitals (data/letter_pairs.txt).
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace sanaq::text {

// A word's letters of one alphabet that stand together: how many bits it takes to say them in each
// language of language_count(); languages of another alphabet take very many.
using BitsByLanguage = std::vector<float>;

struct WeighedWord {
  std::vector<BitsByLanguage> pieces;
  float other_bits = 0;  // capitals, signs, and letters of two alphabets side by side
  bool mixes_alphabets = false;
  bool has_sign_inside = false;  // a sign that no word has, with letters on both sides of it
};

[[nodiscard]] std::size_t language_count();
[[nodiscard]] WeighedWord weigh(std::u32string_view word);

// Bits of all words together, where the shares of the languages are those that fit them best.
[[nodiscard]] double bits_of(const std::vector<WeighedWord>& words);
// Of one word, all languages alike.
[[nodiscard]] double bits_of(const WeighedWord& word);

}  // namespace sanaq::text
