// Who is still held on a day, and a page for each custody.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> custody_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
