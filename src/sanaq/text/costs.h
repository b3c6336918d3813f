// What was learnt about names: edit costs between units by pair of scripts, how words run, how rare
// a name is, what levels weigh.
//
// All in 1/16 bit (a cost is -16 log2 of a probability) unless a name says bits. Tables are built
// in, loaded once, then constant.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "sanaq/text/units.h"

namespace sanaq::text {

// The joint edit transducer of Ristad and Yianilos (1998) for words x of one script and y of
// another.
struct EditCosts {
  enum Place : std::uint8_t {
    head,
    mid,
    tail
  };  // nothing of the other word read yet, something, all of it
  std::array<std::array<std::int16_t, unit_count>, unit_count> substitution{};  // [x][y]
  std::array<std::array<std::int16_t, unit_count>, 3> insertion{};              // [place][y]
  std::array<std::array<std::int16_t, unit_count>, 3> deletion{};               // [place][x]
  std::array<std::int16_t, unit_count> margin_x{};  // how often the unit occurs
  std::array<std::int16_t, unit_count> margin_y{};
};

[[nodiscard]] const EditCosts& edit_costs(Script x, Script y);

// Bits of a word by the bigrams of its script, borders included.
[[nodiscard]] double bigram_bits(std::string_view units, Script script);

// Bits of a name by its share among names, by rarity key (keys.h); negative if the table does not
// know it.
[[nodiscard]] double frequency_bits(std::string_view key, Script script);

// Weights of levels of a pair of names, in bits of log2 odds (data/name_levels.txt says where each
// comes from).
struct NameWeights {
  double base, same, sound, close, one_letter_off, suffix, initial, differs_near, differs_far,
      differs, second_differs, father_near, missing, father_missing, scrambled, initial_differs,
      initial_unmatched, one_part, one_script, weakest, exchanged, numbers_differ, number_missing,
      generation_differs, generation_missing, no_part;
};
[[nodiscard]] const NameWeights& name_weights();

}  // namespace sanaq::text
