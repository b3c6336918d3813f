// The words that sanaq's own sentences have, in any of its languages: found in a file, they say
// nothing of anybody.
#pragma once
#include <string_view>

namespace sanaq::base {

// As a whole word, in the spelling given.
[[nodiscard]] bool is_own_word(std::string_view word);

}  // namespace sanaq::base
