#include "sanaq/workspace/all_routes.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace sanaq::workspace {
namespace {

TEST(AllRoutes, NoAddressHasTwoScreens) {
  std::set<std::tuple<std::string, std::string, bool>> seen;
  for (const Route& route : all_routes()) {
    EXPECT_TRUE(route.method == "GET" || route.method == "POST") << route.pattern;
    EXPECT_TRUE(seen.emplace(route.method, route.pattern, route.needs_investigation).second)
        << route.method << " " << route.pattern;
  }
  EXPECT_TRUE(seen.contains({"GET", "/", false}));
}

}  // namespace
}  // namespace sanaq::workspace
