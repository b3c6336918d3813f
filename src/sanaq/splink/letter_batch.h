// Distances of many pairs of short texts at once, a pair in each lane of the vector unit.
//
// The same numbers as levenshtein, jaro and jaro_winkler of letter_distance.h, which are the slow
// twins.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace sanaq::splink {

// Letters as value_facts.h has them: sixteen bytes can be read from each text, those behind its
// last letter 0.
struct TextPair {
  const std::uint8_t* left = nullptr;
  const std::uint8_t* right = nullptr;
  std::uint8_t left_length = 0, right_length = 0;  // 1 to 16
};

inline constexpr std::size_t batch_letters_most = 16;

void levenshtein_of(std::span<const TextPair> pairs, std::uint8_t* edits);
void jaro_of(std::span<const TextPair> pairs, double* likeness);
void jaro_winkler_of(std::span<const TextPair> pairs, double* likeness);

}  // namespace sanaq::splink
