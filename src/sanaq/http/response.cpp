#include "sanaq/http/response.h"

#include "sanaq/http/form.h"

namespace sanaq::http {
namespace {

// For readers that do not know filename*.
std::string in_ascii(std::string_view name) {
  std::string plain;
  for (const char letter : name) {
    const bool is_plain = letter >= ' ' && letter < 0x7f && letter != '"' && letter != '\\';
    plain += is_plain ? letter : '_';
  }
  return plain;
}

}  // namespace

Response html(std::string body, int status) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

Response see_other(std::string path) {
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", std::move(path));
  return response;
}

Response download(std::string bytes, std::string type, std::string_view name) {
  Response response;
  response.type = std::move(type);
  response.body = std::move(bytes);
  response.headers.emplace_back(
      "Content-Disposition",
      "attachment; filename=\"" + in_ascii(name) + "\"; filename*=UTF-8''" + percent_encoded(name));
  return response;
}

}  // namespace sanaq::http
