// What one sees while no investigation is open.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> start_routes();

}  // namespace sanaq::workspace
