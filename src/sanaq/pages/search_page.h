// Where names are looked for. It alone takes a script, which is the site's own.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// The path of the script from the site's root.
inline constexpr std::string_view search_script = "search.js";

[[nodiscard]] Page search_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
