// A date as a reader's language writes it, as far as it is known.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::text {

// Returns "16 December 2014", "December 2014" or "2014" in English, "16 декабря 2014 г." in
// Russian. `month` and `day` are from 1; without a month there is no day. A language that ICU does
// not know gets ICU's root form.
[[nodiscard]] std::string date_in_words(int year, std::optional<int> month, std::optional<int> day,
                                        std::string_view language);

}  // namespace sanaq::text
