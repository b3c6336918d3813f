// The register: its letters, and the persons under each in pages of at most two hundred.
#pragma once
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// "register.html", then "a-z/LETTER.html", "a-z/LETTER_2.html", … The first shows the persons
// themselves where they fit on one page.
[[nodiscard]] std::vector<Page> letters_pages(const PublicView& view, const std::vector<Filed>& all,
                                              const draw::Voice& voice);

}  // namespace sanaq::pages
