// The settings that a new investigation begins with.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::settings {

// The commented investigation.toml of `sanaq new`, in a language of the program; in English for any
// other.
[[nodiscard]] std::string config_template(std::string_view title, std::string_view language);

}  // namespace sanaq::settings
