// The name of the file that lists every other file of a site with its hash (docs/formats/site.md).
#pragma once

namespace sanaq::pages {

// The page of the public log, where there is one; others are told of it by the view.
inline constexpr const char* log_page = "log/index.html";
inline constexpr const char* mark_file = "sanaq-site.txt";

}  // namespace sanaq::pages
