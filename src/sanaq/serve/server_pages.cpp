#include "sanaq/serve/server_pages.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::serve {
namespace {

using base::message;

using Names = std::map<std::string, PageNames, std::less<>>;

Names page_names() {
  Names names = {
      {"guard",
       {{"page", "name", "text", "reply_to", "token", "sum_before", "sum_after", "sum_question",
         "minutes", "letters_over", "back"},
        {"wrong", "old", "used", "limit", "full", "too_long", "empty", "trap"}}},
      {"thanks", {{"back"}, {}}},
      {"testify",
       {{"words", "words_token", "text", "contact", "letters_over"},
        {"publish_nothing", "publish_without_names", "publish_all", "full", "too_long", "empty",
         "new_words"}}},
      {"receipt",
       {{"words", "words_token"},
        {"text_arrived", "file_arrived", "no_file", "file_too_large", "full", "words_asked",
         "words_right", "words_wrong"}}},
      {"return",
       {{"words", "reply", "text", "letters_over"},
        {"asked", "known", "has_reply", "arrived_today", "text_arrived", "file_arrived", "no_file",
         "file_too_large", "full", "too_long", "empty"}}},
      {"error", {{"status"}, {"not_found", "bad_form", "full", "too_large", "busy", "failed"}}}};
  for (auto& [page, known] : names) {
    known.places.insert({"root", "lang"});
    if (page != "testify" && page != "receipt") continue;
    for (int number = 1; number <= 10; ++number)
      known.places.insert("word" + std::to_string(number));
  }
  return names;
}

std::string text_of(const std::string& path) {
  if (base::path_kind(path) == base::PathKind::file) return base::read_file(path);
  throw base::Error(
      base::Kind::not_found,
      message("{}: this page of the server is missing; publish the site again", path));
}

}  // namespace

ServerPages::ServerPages(const std::string& site) {
  static const Names names = page_names();
  const std::string folder = base::join(site, "server");
  const std::string keys = base::join(site, std::string(intake::keys_file));
  if (base::path_kind(folder) != base::PathKind::folder ||
      base::path_kind(keys) != base::PathKind::file)
    throw base::Error(base::Kind::not_found,
                      message("{}: this site takes nothing in; write `intake = \"here\"` under "
                              "[publish], make keys with `sanaq intake-key`, and publish it again",
                              site));
  keys_ = intake::read_keys_file(base::read_file(keys), keys);
  for (const std::string& language : base::list_folder(folder)) {
    const std::string own = base::join(folder, language);
    if (base::path_kind(own) != base::PathKind::folder) continue;
    for (const auto& [name, known] : names) {
      const std::string path = base::join(own, name + ".html");
      languages_[language].emplace(name, PageText(text_of(path), known, path));
    }
  }
  if (languages_.empty())
    throw base::Error(base::Kind::not_found,
                      message("{}: there are no pages of the server in any language; publish the "
                              "site again",
                              folder));
}

const std::string& ServerPages::language(std::string_view wanted) const {
  auto found = languages_.find(wanted);
  if (found == languages_.end()) found = languages_.find("en");
  return found == languages_.end() ? languages_.begin()->first : found->first;
}

bool ServerPages::has(std::string_view language) const {
  return languages_.find(language) != languages_.end();
}

std::string ServerPages::page(std::string_view name, std::string_view wanted, int depth,
                              Filling filling) const {
  const std::string& known = language(wanted);
  std::string root;
  for (; depth > 0; --depth) root += "../";
  filling.places["root"] = root;
  filling.places["lang"] = known;
  return languages_.find(known)->second.find(name)->second.filled(filling);
}

void add_guarding_headers(http::Response& response) {
  const std::vector<std::pair<std::string, std::string>> guarding = {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
       "frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Referrer-Policy", "no-referrer"},
      {"Cache-Control", "no-store"}};
  response.headers.insert(response.headers.end(), guarding.begin(), guarding.end());
}

http::Response guarded_page(std::string body, int status) {
  http::Response response = http::html(std::move(body), status);
  add_guarding_headers(response);
  return response;
}

}  // namespace sanaq::serve
