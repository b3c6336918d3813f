// In which language the workspace speaks to a browser.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/http/request.h"

namespace sanaq::workspace {

inline constexpr std::string_view language_cookie = "sanaq_language";

// The one that was chosen (a cookie), else the first of Accept-Language that is built in, else
// English.
[[nodiscard]] std::string reader_language(const http::Request& request);
// Whether a language is built in.
[[nodiscard]] bool speaks(std::string_view language);

}  // namespace sanaq::workspace
