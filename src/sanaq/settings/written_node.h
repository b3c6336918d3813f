// A parsed value as TOML writes it again, on one line.
#pragma once
#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace sanaq::settings {

// Reading it gives an equal value. Tables become inline tables, their keys in the order of the
// file.
[[nodiscard]] std::string written(const toml::node& node);
// A key as it stands before the `=`: in quotes if it needs them.
[[nodiscard]] std::string written_key(std::string_view key);

}  // namespace sanaq::settings
