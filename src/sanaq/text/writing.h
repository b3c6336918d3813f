// How a language is written: in which letters, and in which direction.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// A language of tests: English, written from right to left, to see whether a page can be mirrored.
inline constexpr std::string_view mirrored_language = "ar-x-test";

// Languages are BCP 47 tags. A language that CLDR does not know is taken to be written in neither
// Latin letters nor from right to left.
// The script in which a language is written, as ISO 15924 names it: "Latn", "Cyrl"; "" if it is not
// known.
[[nodiscard]] std::string script_of_language(std::string_view language);
// The script of the first letter of a text that has one of its own; "" if none has.
[[nodiscard]] std::string script_of(std::string_view text);
[[nodiscard]] bool is_written_in_latin(std::string_view language);
[[nodiscard]] bool is_written_from_right(std::string_view language);

}  // namespace sanaq::text
