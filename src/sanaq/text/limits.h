// What a text may be, all in one place. Beyond it a cell is reported and a name matches nothing; no
// text takes more time than its length.
#pragma once
#include <cstddef>

namespace sanaq::text {

// Marks over and under one letter. Unicode's Stream-Safe Text Format (UAX 15, 13) has 30, more than
// any script writes; normalising takes the square of their number.
inline constexpr std::size_t marks_max = 30;

// A name: letters, and words. The longest that lists hold, titles and all, have some 200 letters; a
// cell beyond is a remark. Of the words eight are compared (parts.h).
inline constexpr std::size_t name_letters_max = 500;
inline constexpr std::size_t name_words_max = 60;

// Letters that are romanised at once by ICU, which moves the rest of a text at each letter that it
// replaces.
inline constexpr std::size_t romanised_at_once = 1000;

}  // namespace sanaq::text
