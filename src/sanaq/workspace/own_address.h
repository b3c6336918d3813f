// Addresses of our own pages.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/http/request.h"

namespace sanaq::workspace {

// Whether a browser that is sent there stays with us: a path, and nothing that it would take for
// another host.
[[nodiscard]] bool is_own_address(std::string_view address);
// What was asked for, encoded as it stands in a link: path and query.
[[nodiscard]] std::string own_address(const http::Request& request);

}  // namespace sanaq::workspace
