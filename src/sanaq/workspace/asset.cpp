#include "sanaq/workspace/asset.h"

#include <string>

#include "embedded/sanaq_workspace.h"

namespace sanaq::workspace {

// Templates are built in beside them, and are no assets.
std::optional<http::Response> asset(std::string_view name) {
  http::Response response;
  if (name.ends_with(".css"))
    response.type = "text/css; charset=utf-8";
  else if (name.ends_with(".js"))
    response.type = "text/javascript; charset=utf-8";
  else if (name.ends_with(".svg"))
    response.type = "image/svg+xml";
  else
    return std::nullopt;
  response.body = embedded_file(name);
  return response.body.empty() ? std::nullopt : std::optional(response);
}

}  // namespace sanaq::workspace
