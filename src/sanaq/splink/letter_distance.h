// Distances of two short texts given as bytes of one alphabet, bit-parallel: up to 64 letters in
// one machine word.
//
// The same numbers as jaro, levenshtein and damerau_levenshtein of text/edit_distance.h and
// jaro_winkler of distances.h, which are the slow twins.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "sanaq/splink/value_facts.h"

namespace sanaq::splink {

using Letters = std::span<const std::uint8_t>;

// Where each letter of a text stands, as bits; made once for the many texts compared with it.
class LetterPlaces {
 public:
  void set(Letters text);  // at most 64
  [[nodiscard]] std::uint64_t of(std::uint8_t letter) const { return places_[letter]; }
  [[nodiscard]] Letters text() const { return {text_.data(), length_}; }

 private:
  std::array<std::uint64_t, 256> places_{};
  std::array<std::uint8_t, 64> text_{};
  std::size_t length_ = 0;
};

// Places at which two texts of one length differ; stops counting beyond `most`.
inline std::size_t differing_letters(Letters left, Letters right, std::size_t most) {
  std::size_t differ = 0, at = 0;
  for (; at + 8 <= left.size() && differ <= most; at += 8) {
    std::uint64_t a = 0, b = 0;
    std::memcpy(&a, left.data() + at, 8);
    std::memcpy(&b, right.data() + at, 8);
    constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
    const std::uint64_t x = a ^ b, marks = (((x & low) + low) | x) & ~low;
    differ += ((marks >> 7) * 0x0101010101010101ULL) >> 56;
  }
  for (; at < left.size() && differ <= most; ++at) differ += left[at] != right[at];
  return differ;
}

// Hyyrö 2003; the right text is given by its places.
[[nodiscard]] int levenshtein(Letters left, const LetterPlaces& right);
[[nodiscard]] bool is_one_edit(Letters left, Letters right);          // Levenshtein at most 1
[[nodiscard]] bool is_one_typing_error(Letters left, Letters right);  // or two neighbours swapped
[[nodiscard]] bool damerau_at_most(Letters left, const LetterPlaces& right, int bound);
[[nodiscard]] double jaro(Letters left, const LetterPlaces& right);
[[nodiscard]] double jaro_winkler(Letters left, const LetterPlaces& right);

// From the letters that match, and those of them that stand in another order.
[[nodiscard]] double jaro_from(std::size_t matches, std::size_t out_of_order, std::size_t left,
                               std::size_t right);
[[nodiscard]] double winkler_from(double jaro, std::size_t common_beginning);

// How many letters two texts must have in common for Jaro or Jaro-Winkler to reach a bound, by
// their lengths and the length of their common beginning.
class NeededLetters {
 public:
  // `longest`: letters of a text.
  NeededLetters(double bound, bool with_prefix, std::size_t longest);
  [[nodiscard]] std::uint8_t needed(std::size_t left, std::size_t right, std::size_t prefix) const {
    return needed_[(left * (longest_ + 1) + right) * 5 + prefix];
  }

 private:
  std::size_t longest_;
  std::vector<std::uint8_t> needed_;
};

}  // namespace sanaq::splink
