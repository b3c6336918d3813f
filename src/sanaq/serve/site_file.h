// The files of a site as anybody may ask for them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/http/request.h"
#include "sanaq/http/response.h"

namespace sanaq::serve {

// Whether a path from the site's root, without a '/' before it, may be asked for: no part of it is
// empty, ".", ".." or begins with '.', it has no backslash and no control character, and it lies
// not in server/.
[[nodiscard]] bool is_public_path(std::string_view path);

// The whole path of a regular file that may be asked for; nullopt for any other, also one behind a
// symbolic link.
[[nodiscard]] std::optional<std::string> site_file(const std::string& site, std::string_view path);
// Whether a page of the site has this path: what comments may be about.
[[nodiscard]] bool is_site_page(const std::string& site, std::string_view path);

// Answers GET and HEAD; nullopt where the site has no such file. A folder is its index.html;
// without its '/' it leads there. The Content-Security-Policy and the referrer's that a page
// carries itself are sent as headers too.
[[nodiscard]] std::optional<http::Response> site_answer(const std::string& site,
                                                        const http::Request& request);

}  // namespace sanaq::serve
