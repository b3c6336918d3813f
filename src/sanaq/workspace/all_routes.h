// Every route of the workspace.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

// Each area of the workspace has a file of its own that gives its routes; all_routes.cpp joins
// them.
[[nodiscard]] std::vector<Route> all_routes();

}  // namespace sanaq::workspace
