// The addresses of persons, and of how they were found.
#pragma once
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> person_routes();

}  // namespace sanaq::workspace
