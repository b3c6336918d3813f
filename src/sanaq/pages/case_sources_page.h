// From each file and each row forward to the facts that rest on it.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> case_sources_pages(const PublicView& view,
                                                   const draw::Voice& voice);

}  // namespace sanaq::pages
