// Two rows of which nobody knows more than they say: no list around them from which weights could
// be learnt. What each field says for and against one person is a rule of thumb, in bits (log2 of
// the likelihood ratio), and bits add up.
#pragma once
#include <string_view>

#include "sanaq/text/name_comparison.h"

namespace sanaq::link {

// What one field says, with the level's name; 0 and "missing" where one side is empty.
struct FieldVerdict {
  std::string_view level;
  double bits = 0;
};
// Of any field but a name: dates by the beginning of the field's name (birth, death, date), age,
// sex, place, and every other as a text.
[[nodiscard]] FieldVerdict compare_field(std::string_view field, std::string_view left,
                                         std::string_view right);
// A person is no company, whatever their names.
[[nodiscard]] FieldVerdict compare_kinds(bool differ);

// How near two names are, as a word.
[[nodiscard]] std::string_view level_name(text::NameLevel level);

// Of a pair with this weight of evidence (bits), which is one with probability `prior` beforehand.
[[nodiscard]] double probability_at(double weight_bits, double prior);

}  // namespace sanaq::link
