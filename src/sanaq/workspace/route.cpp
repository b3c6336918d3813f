#include "sanaq/workspace/route.h"

#include "sanaq/workspace/review_routes.h"

namespace sanaq::workspace {

std::vector<Route> all_routes() { return review_routes(); }

}  // namespace sanaq::workspace
