// The case file's first page: what there is, and the events in their order.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> case_overview_pages(const PublicView& view,
                                                    const draw::Voice& voice);

}  // namespace sanaq::pages
