// Chinese letters as they are written in China since 1956.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// Traditional Chinese letters become simplified ones; other letters stay.
[[nodiscard]] std::u32string simplified(std::u32string_view word);

}  // namespace sanaq::text
