// The addresses of lists, their columns and cells, and of the settings.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> list_routes();

}  // namespace sanaq::workspace
