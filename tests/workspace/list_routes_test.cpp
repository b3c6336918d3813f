#include "sanaq/workspace/list_routes.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sanaq::workspace {

TEST(ListRoutes, EachAddressIsThereOnceAndOnlyAnUploadMayBeLarge) {
  std::set<std::string> addresses;
  for (const Route& route : list_routes()) {
    EXPECT_TRUE(addresses.insert(route.method + " " + route.pattern).second) << route.pattern;
    EXPECT_TRUE(route.screen);
    EXPECT_TRUE(route.needs_investigation);
    EXPECT_EQ(route.reads == Reads::body, route.method == "POST" && route.pattern == "/lists");
    EXPECT_EQ(route.most_bytes > (4 << 20), route.reads == Reads::body);
  }
}

}  // namespace sanaq::workspace
