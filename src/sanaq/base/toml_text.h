// A text as it is written in a TOML file, for the settings that sanaq writes and the lines that it
// advises the user to paste.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// Returns a basic string of TOML 1.0 with its quotes. Quotation marks, backslashes and control
// characters are escaped, so that reading it gives the same text.
[[nodiscard]] std::string toml_text(std::string_view text);

}  // namespace sanaq::base
