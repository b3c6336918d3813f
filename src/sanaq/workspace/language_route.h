// The menu of languages.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> language_routes();

}  // namespace sanaq::workspace
