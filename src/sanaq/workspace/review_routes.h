// The addresses of review, undo, history, persons and help.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> review_routes();

}  // namespace sanaq::workspace
