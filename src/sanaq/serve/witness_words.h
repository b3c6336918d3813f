// The ten words of a witness on the pages.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/serve/page_text.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

// Fills word1 … word10, words and words_token. `normalised` are ten words of a list; for any others
// only `words` is filled.
void fill_words(Filling& filling, std::string_view normalised, const Reception& reception);
// The third and the seventh, say: from 1. "" where there are not so many.
[[nodiscard]] std::string nth_word(std::string_view normalised, int number);
// Whether `typed` is the word of that number, however it is typed.
[[nodiscard]] bool is_nth_word(std::string_view typed, std::string_view normalised, int number);

}  // namespace sanaq::serve
