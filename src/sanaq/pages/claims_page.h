// What is asserted, by whom, and where it is printed.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page claims_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
