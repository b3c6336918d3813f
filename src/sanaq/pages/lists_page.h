// What each list is, and that its rows add up.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page lists_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
