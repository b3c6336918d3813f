// A page for each event: facts, parts, causes, acts, and what a trial's totals come to.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<Page> event_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
