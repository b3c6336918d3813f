#include "sanaq/workspace/router.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

const std::vector<Route>& routes() {
  static const Screen screen = [](const Visit&, Bench&) { return http::Response(); };
  static const std::vector<Route> all = {{"GET", "/", screen, false},
                                         {"GET", "/", screen, true},
                                         {"GET", "/lists", screen},
                                         {"GET", "/lists/{NAME}", screen},
                                         {"GET", "/lists/new", screen},
                                         {"GET", "/lists/{NAME}.json", screen},
                                         {"POST", "/lists/{NAME}/columns", screen}};
  return all;
}

std::string found(const std::string& method, const std::string& path, bool has = true) {
  const Found route = find_route(routes(), method, path, has);
  if (route.route == nullptr) return "";
  const auto name = route.names.find("NAME");
  return route.route->pattern + (name == route.names.end() ? "" : " " + name->second);
}

TEST(Router, FindsTheRouteAndItsNames) {
  EXPECT_EQ("/lists", found("GET", "/lists"));
  EXPECT_EQ("/lists/{NAME} больница 1", found("HEAD", "/lists/больница 1"));
  EXPECT_EQ("/lists/new", found("GET", "/lists/new"));
  EXPECT_EQ("/lists/{NAME}.json a", found("GET", "/lists/a.json"));
  EXPECT_EQ("/lists/{NAME}/columns a", found("POST", "/lists/a/columns"));
  EXPECT_EQ("", found("GET", "/lists/a/columns"));
  EXPECT_EQ("", found("GET", "/other"));
}

TEST(Router, AnAddressThatClimbsLeadsNowhere) {
  for (const char* path :
       {"/lists/..", "/lists/.", "/lists//a", "/lists/", "//lists", "/lists/a\\b", "/lists/..\\..",
        "/../lists", "/lists/../lists", "lists", ""})
    EXPECT_EQ("", found("GET", path)) << path;
  EXPECT_EQ("", found("GET", std::string("/lists/a\0b", 10)));
  EXPECT_EQ("", found("GET", "/lists/a\nb"));
}

TEST(Router, TheFirstPageDependsOnWhetherAnInvestigationIsOpen) {
  EXPECT_FALSE(find_route(routes(), "GET", "/", false).route->needs_investigation);
  EXPECT_TRUE(find_route(routes(), "GET", "/", true).route->needs_investigation);
}

}  // namespace
}  // namespace sanaq::workspace
