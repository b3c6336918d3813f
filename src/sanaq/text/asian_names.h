// Chinese and Korean names are written without a space: family name first.
#pragma once
#include <vector>

#include "sanaq/text/letters.h"

namespace sanaq::text {

// A single word of two to four Han characters or Hangul syllables becomes family name and given
// name; a Korean family name is put in its usual Latin spelling. Other words stay as they are.
[[nodiscard]] std::vector<Word> split_asian_names(std::vector<Word> words);

}  // namespace sanaq::text
