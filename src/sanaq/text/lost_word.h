// Words whose letters were lost before they came to us.
#pragma once
#include <string_view>

namespace sanaq::text {

// The word in which question marks stand for letters ("М??анов", "?алым?лы", or a cell of words of
// nothing else); empty where there is none. A mark of doubt behind a word or before a name
// ("Иванов?", "?Иванов"), unknown parts of a date and addresses of pages are none.
[[nodiscard]] std::string_view word_with_lost_letters(std::string_view cell);

// The word with U+FFFD in it, or that alone; empty where there is none.
[[nodiscard]] std::string_view word_with_lost_bytes(std::string_view cell);

}  // namespace sanaq::text
