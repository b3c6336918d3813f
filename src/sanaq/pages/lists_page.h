// What each list is, and that its rows add up.
#pragma once
#include <string>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// Where the list stands on the page: "list-1" for the first.
[[nodiscard]] std::string list_anchor(std::size_t list);
[[nodiscard]] Page lists_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
