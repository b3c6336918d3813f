// The words of an organisation's name that say little: legal forms and general words.
#pragma once
#include <string_view>

namespace sanaq::text {

// 1 limited company, 2 joint-stock company or corporation, 3 state body, fund or association; 0: no
// legal form. `word` is lower case.
[[nodiscard]] int legal_class(std::u32string_view word);
// Company, group, ministry, bank: weigh nothing as parts.
[[nodiscard]] bool is_general_word(std::u32string_view word);

}  // namespace sanaq::text
