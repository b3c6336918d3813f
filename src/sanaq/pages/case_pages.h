// All pages of the case file, in a fixed order; none where nothing of it is public.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> case_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
