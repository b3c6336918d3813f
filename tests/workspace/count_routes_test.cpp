#include "sanaq/workspace/count_routes.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::workspace {
namespace {

TEST(CountRoutes, EachStandsOnceAndNeedsAnInvestigation) {
  std::set<std::string> seen;
  for (const Route& route : count_routes()) {
    EXPECT_TRUE(seen.insert(route.method + route.pattern).second) << route.pattern;
    EXPECT_TRUE(route.needs_investigation) << route.pattern;
    EXPECT_TRUE(route.screen) << route.pattern;
  }
  EXPECT_TRUE(seen.contains("POST/count"));
}

}  // namespace
}  // namespace sanaq::workspace
