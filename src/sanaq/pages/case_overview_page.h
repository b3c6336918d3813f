// The case file's first page: what there is, and the events in their order.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] Page case_overview_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
