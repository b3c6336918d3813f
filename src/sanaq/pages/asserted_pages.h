// A page for each claim and each demand, and all demands together.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> asserted_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
