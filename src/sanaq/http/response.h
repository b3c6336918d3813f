// What is answered.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sanaq::http {

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};  // besides the type
};

// A page of HTML.
[[nodiscard]] Response html(std::string body, int status = 200);
// 303: the browser asks for `path`, which is one of ours and begins with '/'. After a POST.
[[nodiscard]] Response see_other(std::string path);
// A file to be kept under `name`, in whatever script it is (RFC 6266).
[[nodiscard]] Response download(std::string bytes, std::string type, std::string_view name);

}  // namespace sanaq::http
