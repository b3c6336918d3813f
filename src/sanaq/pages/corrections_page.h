// corrections.html: what was changed since the first publication.
#pragma once
#include <set>
#include <string>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// `pages` has the paths of the pages that are there; a correction of any other leads nowhere.
[[nodiscard]] Page corrections_page(const PublicView& view, const std::set<std::string>& pages,
                                    const draw::Voice& voice);

}  // namespace sanaq::pages
