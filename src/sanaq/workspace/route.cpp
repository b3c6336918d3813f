#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

std::vector<Route> all_routes() { return {}; }

}  // namespace sanaq::workspace
