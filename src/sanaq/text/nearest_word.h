// A slip of the pen in a key or a flag, and what was probably meant.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// The first of the names in `known` that a person who wrote `word` most probably meant. Case and
// blanks at the ends do not count. Returns "" where none is near: at most half of the word's bytes
// may be wrong (of a short word two), and not all of the name. Names are compared up to 200 bytes.
[[nodiscard]] std::string nearest_word(std::string_view word,
                                       const std::vector<std::string>& known);

}  // namespace sanaq::text
