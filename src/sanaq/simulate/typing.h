// What goes wrong between a paper and a keyboard.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/num/rng.h"

namespace sanaq::simulate {

// One slip in one word: a letter left out, doubled, swapped with its neighbour, or another letter
// of the same word's alphabet in its place. Words of fewer than three letters stay. The first
// letter is spared three times out of four, as typists spare it.
[[nodiscard]] std::string mistyped(std::string_view word, num::Rng& random);

// Another day of the same month, as from a misread figure: 16 for 10, 13 for 18. Day numbers are
// those of record/partial_date.h.
[[nodiscard]] std::int32_t misread_day(std::int32_t day, num::Rng& random);

}  // namespace sanaq::simulate
