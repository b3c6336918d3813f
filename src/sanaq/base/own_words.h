// The words of sanaq's own sentences in any of its languages. Found in a file, they say nothing
// about anybody.
#pragma once
#include <string_view>

namespace sanaq::base {

// Returns true if one of those sentences contains `word` as a whole word, in exactly this spelling.
[[nodiscard]] bool is_own_word(std::string_view word);

}  // namespace sanaq::base
