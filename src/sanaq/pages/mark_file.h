// The name of the file that lists every other file of a site with its hash (docs/formats/site.md).
#pragma once

namespace sanaq::pages {

inline constexpr const char* mark_file = "sanaq-site.txt";

}  // namespace sanaq::pages
