// The first page: documented, estimated and claimed numbers, each with the rule that made it.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page number_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
