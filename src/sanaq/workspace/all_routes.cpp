#include "sanaq/workspace/all_routes.h"

#include "sanaq/workspace/count_routes.h"
#include "sanaq/workspace/founding_routes.h"
#include "sanaq/workspace/language_route.h"
#include "sanaq/workspace/list_routes.h"
#include "sanaq/workspace/person_routes.h"
#include "sanaq/workspace/review_routes.h"
#include "sanaq/workspace/start_routes.h"

namespace sanaq::workspace {

std::vector<Route> all_routes() {
  std::vector<Route> all;
  // One line for each area.
  for (const auto& area : {language_routes, start_routes, founding_routes, count_routes,
                           list_routes, review_routes, person_routes}) {
    for (Route& route : area()) all.push_back(std::move(route));
  }
  return all;
}

}  // namespace sanaq::workspace
