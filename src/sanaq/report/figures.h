// Figures as they are written in one language.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::report {

// 10330 -> "10,330" in English, "10 330" (no-break space) in the other languages.
[[nodiscard]] std::string figure(std::int64_t number, std::string_view language);
// Returns a figure rounded to whole persons. `number` must be finite.
[[nodiscard]] std::string rounded_figure(double number, std::string_view language);
// Returns a duration: 0.42 -> "0.42 s"; 75 -> "1:15"; 4000 -> "1:06:40". It has a decimal comma if
// the language does.
[[nodiscard]] std::string duration_text(double seconds, std::string_view language);

}  // namespace sanaq::report
