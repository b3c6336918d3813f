// Text in plain Latin letters, as passports and newspapers write it.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// Returns a name as a reader would expect it in Latin letters; used for sorting, search and
// addresses.
[[nodiscard]] std::string romanise(std::string_view text);

}  // namespace sanaq::text
