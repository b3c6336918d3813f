// One request as the routes take it.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "sanaq/http/form.h"
#include "sanaq/http/request.h"
#include "sanaq/http/response.h"
#include "sanaq/serve/page_text.h"
#include "sanaq/serve/server_pages.h"

namespace sanaq::serve {

struct Asked {
  const http::Request& request;
  http::Form form;  // of a POST, or the query of a GET; cleaned
  std::shared_ptr<const ServerPages> pages;
  std::string language;  // of the site: what the form, the address or the browser wants
  int depth = 0;         // how many '/' the address has behind its first one

  // The page of this name in this language.
  [[nodiscard]] http::Response page(std::string_view name, Filling filling, int status = 200) const;
  // The page of an error; `part` says which.
  [[nodiscard]] http::Response error(std::string_view part, int status) const;
};

[[nodiscard]] Asked asked_of(const http::Request& request, http::Form form,
                             std::shared_ptr<const ServerPages> pages);

// From where it came: what the proxy says on a Unix socket (X-Real-IP), else the other end.
[[nodiscard]] std::string address_of(const http::Request& request);

}  // namespace sanaq::serve
