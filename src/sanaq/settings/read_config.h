// The settings from their file. Everything is checked on reading: a complaint names the file, the
// line, the key and what may stand there.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/settings/config.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::settings {

// Throws Error{bad_input} naming file, line and key; for an unknown key the nearest known one is
// suggested.
[[nodiscard]] Config parse_config(std::string_view toml, const std::string& path);

// Those of the investigation in this folder. Throws Error{not_found} where there is none.
[[nodiscard]] Config read_config(const std::string& folder);

// How tables are asked to read this list.
[[nodiscard]] tables::ListSource list_source(const ListConfig& list, const Config& config,
                                             const std::string& folder);

}  // namespace sanaq::settings
