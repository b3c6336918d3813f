// What holds for a key, whether the file says it or not.
#pragma once
#include <optional>

#include "sanaq/settings/config.h"
#include "sanaq/settings/key_path.h"
#include "sanaq/settings/toml_value.h"

namespace sanaq::settings {

// Returns the value of the option that the key names or lies in, as it holds in the settings;
// nullopt where nothing does (no encoding is named, a header is not mapped). Throws Error{usage}
// for a key that no option has, naming the nearest, and Error{not_found} for a list or table that
// is not there.
[[nodiscard]] std::optional<TomlValue> held_value(const Config& config, const KeyPath& path);

}  // namespace sanaq::settings
