// The first screen of an investigation, and counting.
#pragma once
#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> count_routes();

}  // namespace sanaq::workspace
