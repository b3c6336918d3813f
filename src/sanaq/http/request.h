// A request as it came, before anybody believes it.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sanaq::http {

struct Request {
  std::string method;  // "GET", "HEAD" or "POST"
  std::string path;    // decoded, begins with '/', without '?' and what follows
  std::string query;   // what follows '?', as it was sent
  std::vector<std::pair<std::string, std::string>> headers;  // in their order, names as sent
  std::string peer;  // the address of the other end; "" on a Unix socket

  // Returns the value of the first header of this name, in any case; "" if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  // Returns the value of a cookie; "" if there is none.
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

}  // namespace sanaq::http
