// A slip of the pen in a key or a flag, and what was probably meant.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::investigation {

// The name in `known` that a person who wrote `word` probably meant; empty where none is near.
[[nodiscard]] std::string nearest_word(std::string_view word,
                                       const std::vector<std::string>& known);

}  // namespace sanaq::investigation
