#include "sanaq/workspace/person_routes.h"

#include <gtest/gtest.h>

#include <set>

#include "sanaq/workspace/router.h"

namespace sanaq::workspace {

TEST(PersonRoutes, EachAddressHasOneScreenAndNeedsAnInvestigation) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Route& route : person_routes()) {
    EXPECT_TRUE(seen.emplace(route.method, route.pattern).second) << route.pattern;
    EXPECT_TRUE(route.screen) << route.pattern;
    EXPECT_TRUE(route.needs_investigation) << route.pattern;
  }
}

TEST(PersonRoutes, AnIdIsNotTakenForATable) {
  const std::vector<Route> routes = person_routes();
  const auto pattern = [&](const char* path) {
    const Found found = find_route(routes, "GET", path, true);
    return found.route == nullptr ? std::string() : found.route->pattern;
  };
  EXPECT_EQ(pattern("/persons/0123456789abcdef"), "/persons/{ID}");
  EXPECT_EQ(pattern("/persons/0123456789abcdef.json"), "/persons/{ID}.json");
  EXPECT_EQ(pattern("/persons/table/csv"), "/persons/table/{FORM}");
  EXPECT_EQ(pattern("/persons/0123456789abcdef/records"), "/persons/{ID}/records");
  EXPECT_EQ(pattern("/persons/../lists"), "");
}

}  // namespace sanaq::workspace
