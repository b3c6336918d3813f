#include "sanaq/workspace/language_route.h"

#include <string>

#include "sanaq/base/error.h"
#include "sanaq/workspace/own_address.h"
#include "sanaq/workspace/reader_language.h"

namespace sanaq::workspace {
namespace {

http::Response choose_reader_language(const Visit& visit, Bench&) {
  const std::string& language = visit.form.value("language");
  if (!speaks(language))
    throw base::Error(base::Kind::bad_input, base::message("this language is not built in"));
  std::string back = visit.form.value("back");
  if (!is_own_address(back)) back = "/";
  http::Response response = http::see_other(back);
  response.headers.emplace_back("Set-Cookie", std::string(language_cookie) + "=" + language +
                                                  "; Path=/; SameSite=Strict; HttpOnly; "
                                                  "Max-Age=31536000");
  return response;
}

}  // namespace

std::vector<Route> language_routes() {
  return {{"POST", "/language", choose_reader_language, false}};
}

}  // namespace sanaq::workspace
