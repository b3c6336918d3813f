// How a language is written: in which letters, and in which direction.
#pragma once
#include <string_view>

namespace sanaq::text {

// A language of tests: English, written from right to left, to see whether a page can be mirrored.
inline constexpr std::string_view mirrored_language = "ar-x-test";

// Both take a BCP 47 tag. A language that CLDR does not know is taken to be written in neither
// Latin letters nor from right to left.
[[nodiscard]] bool is_written_in_latin(std::string_view language);
[[nodiscard]] bool is_written_from_right(std::string_view language);

}  // namespace sanaq::text
