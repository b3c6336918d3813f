// How the numbers were made, in words; and how anybody can check them.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page method_page(const PublicView& view, const draw::Voice& voice);
[[nodiscard]] Page verify_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
