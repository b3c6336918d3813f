#include "sanaq/serve/asked.h"

#include <algorithm>
#include <utility>

namespace sanaq::serve {

http::Response Asked::page(std::string_view name, Filling filling, int status) const {
  return guarded_page(pages->page(name, language, depth, std::move(filling)), status);
}

http::Response Asked::error(std::string_view part, int status) const {
  Filling filling;
  filling.places["status"] = std::to_string(status);
  filling.parts.emplace(part);
  return page("error", std::move(filling), status);
}

Asked asked_of(const http::Request& request, http::Form form,
               std::shared_ptr<const ServerPages> pages) {
  Asked asked{request, std::move(form), std::move(pages), ""};
  asked.language = asked.pages->language(asked.form.value("lang"));
  asked.depth = static_cast<int>(std::count(request.path.begin() + 1, request.path.end(), '/'));
  return asked;
}

std::string address_of(const http::Request& request) {
  return request.peer.empty() ? std::string(request.header("X-Real-IP")) : request.peer;
}

}  // namespace sanaq::serve
