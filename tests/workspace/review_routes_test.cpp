#include "sanaq/workspace/review_routes.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::workspace {
namespace {

TEST(ReviewRoutes, EachAddressHasOneScreen) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Route& route : review_routes()) {
    EXPECT_TRUE(seen.emplace(route.method, route.pattern).second) << route.pattern;
    EXPECT_TRUE(route.screen) << route.pattern;
  }
}

TEST(ReviewRoutes, OnlyHelpIsThereWithoutAnInvestigation) {
  for (const Route& route : review_routes())
    EXPECT_EQ(route.needs_investigation, !route.pattern.starts_with("/help")) << route.pattern;
}

}  // namespace
}  // namespace sanaq::workspace
