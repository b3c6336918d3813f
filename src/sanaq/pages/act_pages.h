// Acts counted, and a page for each type of act.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> act_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
