// The register: its letters, and the persons under each in pages of at most two hundred.
#pragma once
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/page_to_make.h"

namespace sanaq::pages {

// "register.html", then "a-z/LETTER.html", "a-z/LETTER_2.html", … The first shows the persons
// themselves where they fit on one page. `inputs` has those of each person of the view
// (PersonInputs::of_all). The view, `all` and `voice` must be there until the pages are made.
[[nodiscard]] std::vector<PageToMake> letters_pages(const PublicView& view,
                                                    const std::vector<Filed>& all,
                                                    const std::vector<std::string>& inputs,
                                                    const draw::Voice& voice);

}  // namespace sanaq::pages
