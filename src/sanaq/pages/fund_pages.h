// A page for each aid fund, with balances that add up, and all funds together.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> fund_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
