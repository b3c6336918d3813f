#include "sanaq/serve/public_door.h"

#include <array>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/serve/asked.h"
#include "sanaq/serve/comment_routes.h"
#include "sanaq/serve/file_route.h"
#include "sanaq/serve/return_routes.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/site_file.h"
#include "sanaq/serve/testify_routes.h"

namespace sanaq::serve {
namespace {

struct Route {
  bool is_post = false;
  std::string_view path;
  http::Response (*answer)(Reception& reception, const Asked& asked);
};

constexpr std::array<Route, 8> routes = {{{true, "/comment", show_guard},
                                          {true, "/comment/send", send_comment},
                                          {false, "/comment/thanks", show_thanks},
                                          {false, "/testify", show_testify},
                                          {true, "/testify", take_testimony},
                                          {true, "/testify/words", check_words},
                                          {false, "/return", show_return},
                                          {true, "/return", answer_return}}};
constexpr std::string_view files_path = "/testify/files";

const Route* route_of(const http::Request& request) {
  for (const Route& route : routes) {
    if (route.is_post == (request.method == "POST") && route.path == request.path) return &route;
  }
  return nullptr;
}

http::Response health() {
  http::Response response;
  response.type = "text/plain; charset=utf-8";
  response.body = "ok";
  response.headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}};
  return response;
}

http::Response routed(Reception& reception, const Route& route, const http::Request& request,
                      http::Body& body) {
  http::Form form = route.is_post ? sent_form(request, body) : http::parse_form(request.query);
  if (!route.is_post) {
    for (auto& [name, value] : form.fields) value = cleaned_text(value);
  }
  Asked asked = asked_of(request, std::move(form), reception.pages());
  http::Response response = route.answer(reception, asked);
  for (auto& [name, value] : asked.form.fields) intake::wipe(value);
  return response;
}

http::Response answered(Reception& reception, const http::Request& request, http::Body& body) {
  if (const Route* const route = route_of(request)) return routed(reception, *route, request, body);
  const bool is_post = request.method == "POST";
  if (is_post && request.path == files_path) return take_file(reception, request, body);
  if (!is_post && request.path == "/health") return health();
  if (!is_post) {
    if (auto file = site_answer(reception.site(), request)) return *std::move(file);
  }
  return asked_of(request, http::parse_form(is_post ? "" : request.query), reception.pages())
      .error("not_found", 404);
}

// What was sent cannot be read, or cannot be kept.
http::Response error_answer(Reception& reception, const http::Request& request,
                            const http::Body& body, base::Kind kind) {
  const Asked asked = asked_of(request, {}, reception.pages());
  if (body.is_too_slow()) return asked.error("busy", 503);
  if (kind == base::Kind::bad_input) return asked.error("bad_form", 400);
  reception.counts.count(&DayCount::failed);
  return asked.error("failed", 500);
}

}  // namespace

std::int64_t most_bytes(const http::Request& request) {
  return request.path == files_path ? upload_bytes_most : form_bytes_most;
}

http::Response public_answer(Reception& reception, const http::Request& request, http::Body& body) {
  reception.counts.count(&DayCount::pages);
  try {
    return answered(reception, request, body);
  } catch (const base::Error& error) {
    return error_answer(reception, request, body, error.kind());
  }
}

}  // namespace sanaq::serve
