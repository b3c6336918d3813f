// Style sheet, scripts and icon of the workspace, which are built in.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/http/response.h"

namespace sanaq::workspace {

// Returns the file of that name below /assets/; nullopt if there is none.
[[nodiscard]] std::optional<http::Response> asset(std::string_view name);

}  // namespace sanaq::workspace
