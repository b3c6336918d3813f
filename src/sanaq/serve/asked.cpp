#include "sanaq/serve/asked.h"

#include <algorithm>
#include <utility>

namespace sanaq::serve {
namespace {

// The first language of a browser's list that the site has; "" without one. Weights are left aside:
// browsers write what they prefer first.
std::string_view accepted(std::string_view list, const ServerPages& pages) {
  constexpr std::size_t list_most = 200;
  list = list.substr(0, list_most);
  while (!list.empty()) {
    std::string_view tag = list.substr(0, list.find(','));
    list.remove_prefix(std::min(tag.size() + 1, list.size()));
    tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
    tag = tag.substr(0, tag.find(';'));
    for (const std::string_view name : {tag, tag.substr(0, tag.find('-'))}) {
      if (pages.has(name)) return name;
    }
  }
  return "";
}

// What the form says; else the language below which the address lies; else the browser's.
std::string_view wanted_language(const http::Request& request, const http::Form& form,
                                 const ServerPages& pages) {
  if (pages.has(form.value("lang"))) return form.value("lang");
  const std::string_view path = request.path;
  const std::string_view first = path.substr(1, path.find('/', 1) - 1);
  if (pages.has(first)) return first;
  return accepted(request.header("Accept-Language"), pages);
}

}  // namespace

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
  asked.language = asked.pages->language(wanted_language(request, asked.form, *asked.pages));
  asked.depth = static_cast<int>(std::count(request.path.begin() + 1, request.path.end(), '/'));
  return asked;
}

std::string address_of(const http::Request& request) {
  return request.peer.empty() ? std::string(request.header("X-Real-IP")) : request.peer;
}

}  // namespace sanaq::serve
