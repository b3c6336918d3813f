// A page for each aid fund, with balances that add up, and all funds together.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> fund_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish
