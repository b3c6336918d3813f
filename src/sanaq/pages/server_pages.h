// Pages that the public server fills (docs/formats/server-pages.md), and those that the proxy
// before it sends by itself. Each has the frame of the site.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Paths from the site's root ("server/ru/guard.html") and bytes, for one language. Nothing but the
// templates' own places begins with `{%` in them.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> server_pages(
    const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
