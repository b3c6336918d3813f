#include "sanaq/workspace/request_checks.h"

#include <string>
#include <string_view>

namespace sanaq::workspace {
namespace {

bool is_our_host(std::string_view host, int port) {
  const std::string behind = ":" + std::to_string(port);
  if (port == 80 && (host == "127.0.0.1" || host == "localhost")) return true;
  return host == "127.0.0.1" + behind || host == "localhost" + behind;
}

}  // namespace

int refusal_of(const http::Request& request, int port) {
  const std::string_view host = request.header("Host");
  if (!is_our_host(host, port)) return 421;
  const std::string_view site = request.header("Sec-Fetch-Site");
  const bool is_post = request.method == "POST";
  const bool is_from_elsewhere = site == "cross-site" || site == "same-site";
  if (is_from_elsewhere && (is_post || request.path != "/in")) return 403;
  if (!is_post) return 0;
  const std::string_view origin = request.header("Origin");
  if (origin == "http://" + std::string(host)) return 0;
  const bool says_none = origin.empty() || origin == "null";
  return says_none && site == "same-origin" ? 0 : 403;
}

}  // namespace sanaq::workspace
