// Which lists know the same persons: drawn, and as a table.
#pragma once
#include "sanaq/draw/upset_drawing.h"
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// The patterns as they are drawn, here and beside the number.
[[nodiscard]] draw::Upset drawn_overlap(const PublicOverlap& overlap);

[[nodiscard]] Page overlap_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
