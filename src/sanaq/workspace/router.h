// Which route an address belongs to.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

struct Found {
  const Route* route = nullptr;              // nullptr: there is none
  std::map<std::string, std::string> names;  // what stands for {NAME}
};

// `path` is decoded. No segment of it may be empty, "." or "..", or have a backslash: then nothing
// is found, whatever the routes say. Where two routes have one pattern, one of which needs an
// investigation, that one is found while one is open and the other while none is. HEAD is answered
// as GET.
[[nodiscard]] Found find_route(const std::vector<Route>& routes, std::string_view method,
                               std::string_view path, bool has_investigation);

}  // namespace sanaq::workspace
