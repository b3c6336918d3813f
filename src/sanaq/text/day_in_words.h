// A day as a reader's language writes it.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// Returns "16 December 2014" in English, "16 декабря 2014 г." in Russian. `month` and `day` are
// from 1. A language that ICU does not know gets ICU's root form.
[[nodiscard]] std::string day_in_words(int year, int month, int day, std::string_view language);

}  // namespace sanaq::text
