// Which lists know the same persons: drawn, and as a table.
#pragma once
#include "sanaq/publish/frame.h"

namespace sanaq::publish {

[[nodiscard]] Page overlap_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish
