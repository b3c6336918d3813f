// From each file and each row forward to the facts that rest on it.
#pragma once
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

[[nodiscard]] Page case_sources_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
