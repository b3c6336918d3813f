// A text as it stands in a TOML file, for the settings that sanaq writes and the lines that it tells
// to paste.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// A basic string of TOML 1.0 with its quotes: quotation marks, backslashes and control characters
// escaped, so that the text comes back as it was.
[[nodiscard]] std::string toml_text(std::string_view text);

}  // namespace sanaq::base
