// A page for each organisation: its posts over time, and who commanded it when it acted.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> organisation_pages(const PublicView& view,
                                                   const draw::Voice& voice);

}  // namespace sanaq::pages
