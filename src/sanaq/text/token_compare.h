// Two words: how well one spells the other, and how much that says.
#pragma once
#include <string_view>

#include "sanaq/text/costs.h"
#include "sanaq/text/parts.h"
#include "sanaq/text/word_score.h"

namespace sanaq::text {

constexpr double score_bits_min = -12;

// Least cost over substitution, insertion and deletion, in 1/16 bit (Ristad and Yianilos 1998, best
// path).
[[nodiscard]] int edit_cost(std::string_view x, std::string_view y, const EditCosts& costs);
// The same by the recursion as it is written: the twin that tests edit_cost.
[[nodiscard]] int edit_cost_plainly(std::string_view x, std::string_view y, const EditCosts& costs);

// Names and patronymics. Symmetric up to the mirror of the tables.
[[nodiscard]] WordScore compare_words(const Part& x, const Part& y);
// One form against one form, of two words in these scripts.
[[nodiscard]] WordScore compare_forms(std::string_view x, double x_bits, double x_rarity,
                                      std::string_view y, double y_bits, double y_rarity,
                                      const EditCosts& costs);
// Fewer than half of the smaller set of consonant classes in common: no need to look closer.
[[nodiscard]] bool consonants_differ(std::uint32_t x, std::uint32_t y);
// May an initial stand for this word: the pair of first units is half as much again as frequent as
// chance.
[[nodiscard]] bool initial_fits(const Part& initial, const Part& word);

}  // namespace sanaq::text
