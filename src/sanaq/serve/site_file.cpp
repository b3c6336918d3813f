#include "sanaq/serve/site_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/http/form.h"

namespace sanaq::serve {
namespace {

std::string type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> types = {
      {{".html", "text/html; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".json", "application/json"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".jpg", "image/jpeg"},
       {".webp", "image/webp"},
       {".csv", "text/csv; charset=utf-8"},
       {".txt", "text/plain; charset=utf-8"},
       {".md", "text/plain; charset=utf-8"},
       {".py", "text/plain; charset=utf-8"},
       {".xml", "application/atom+xml; charset=utf-8"},
       {".atom", "application/atom+xml; charset=utf-8"},
       {".pdf", "application/pdf"},
       {".parquet", "application/vnd.apache.parquet"}}};
  const auto* const type = std::find_if(
      types.begin(), types.end(), [&](const auto& each) { return path.ends_with(each.first); });
  return std::string(type == types.end() ? "application/octet-stream" : type->second);
}

bool is_public_part(std::string_view part) {
  return !part.empty() && !part.starts_with('.') &&
         std::none_of(part.begin(), part.end(), [](char letter) {
           return letter == '\\' || letter == ':' || static_cast<unsigned char>(letter) < 0x20 ||
                  letter == 0x7f;
         });
}

// The text of an attribute `content` in the head of a page behind `before`; "" if there is none.
std::string meta_of(std::string_view page, std::string_view before) {
  constexpr std::size_t head_most = 4096;
  page = page.substr(0, head_most);
  const std::size_t at = page.find(before);
  if (at == page.npos) return "";
  page.remove_prefix(at + before.size());
  const std::string_view content = page.substr(0, page.find('"'));
  const bool is_plain = std::none_of(content.begin(), content.end(), [](char letter) {
    return letter == '&' || static_cast<unsigned char>(letter) < 0x20;
  });
  return is_plain ? std::string(content) : "";
}

void add_own_headers(http::Response& response) {
  for (const auto& [name, before] :
       {std::pair("Content-Security-Policy",
                  "<meta http-equiv=\"Content-Security-Policy\" content=\""),
        std::pair("Referrer-Policy", "<meta name=\"referrer\" content=\"")}) {
    std::string value = meta_of(response.body, before);
    if (!value.empty()) response.headers.emplace_back(name, std::move(value));
  }
}

// Every part of the way is a real folder.
base::PathKind kind_within(const std::string& site, std::string_view path) {
  for (std::size_t at = path.find('/'); at != path.npos; at = path.find('/', at + 1)) {
    if (base::path_kind(base::join(site, std::string(path.substr(0, at)))) !=
        base::PathKind::folder)
      return base::PathKind::nothing;
  }
  return base::path_kind(base::join(site, std::string(path)));
}

http::Response file_answer(const std::string& file, const http::Request& request) {
  const auto stamp = base::file_stamp(file);
  std::string tag = "\"";
  if (stamp) tag += std::to_string(stamp->size) + "-" + std::to_string(stamp->changed);
  tag += '"';
  http::Response response;
  response.type = type_of(file);
  if (request.header("If-None-Match") == tag)
    response.status = 304;
  else
    response.body = base::read_file(file);
  if (response.type.starts_with("text/html")) add_own_headers(response);
  response.headers.emplace_back("ETag", std::move(tag));
  response.headers.emplace_back("Cache-Control", "no-cache");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

}  // namespace

bool is_public_path(std::string_view path) {
  if (path == "server" || path.starts_with("server/")) return false;
  for (;;) {
    const std::size_t end = path.find('/');
    if (!is_public_part(path.substr(0, end))) return false;
    if (end == path.npos) return true;
    path.remove_prefix(end + 1);
  }
}

std::optional<std::string> site_file(const std::string& site, std::string_view path) {
  if (!is_public_path(path)) return std::nullopt;
  try {
    if (kind_within(site, path) != base::PathKind::file) return std::nullopt;
  } catch (const base::Error&) {
    return std::nullopt;
  }
  return base::join(site, std::string(path));
}

bool is_site_page(const std::string& site, std::string_view path) {
  return path.ends_with(".html") && site_file(site, path).has_value();
}

std::optional<http::Response> site_answer(const std::string& site, const http::Request& request) {
  std::string path = request.path.substr(1);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  if (const auto file = site_file(site, path)) return file_answer(*file, request);
  if (!site_file(site, path + "/index.html")) return std::nullopt;
  http::Response moved;
  moved.status = 301;
  moved.type = "text/plain; charset=utf-8";
  // The last part alone: the site may stand below any path.
  moved.headers.emplace_back("Location",
                             http::percent_encoded(path.substr(path.rfind('/') + 1)) + "/");
  return moved;
}

}  // namespace sanaq::serve
