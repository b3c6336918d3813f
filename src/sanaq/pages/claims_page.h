// What is asserted, by whom, and where it is printed.
#pragma once
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// One page, or several where one would be too large for a slow line: claims.html, claims_2.html …
// The same claims stand on each in every language.
[[nodiscard]] std::vector<Page> claims_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
