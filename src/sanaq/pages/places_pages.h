// Places: who is on record there, and what happened there.
#pragma once
#include <string>
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/page_to_make.h"

namespace sanaq::pages {

// "places/index.html", "places/index_2.html", … and a page or several for each place. Spellings
// that are the same in Latin letters are one place. The index is there even if nothing has a
// place: has_places() (frame.h) says whether pages lead to it. `inputs`
// has those of each person of the view (PersonInputs::of_all), `case_file` those of the case file.
// The view, `all` and `voice` must be there until the pages are made.
[[nodiscard]] std::vector<PageToMake> places_pages(const PublicView& view,
                                                   const std::vector<Filed>& all,
                                                   const std::vector<std::string>& inputs,
                                                   const std::string& case_file,
                                                   const draw::Voice& voice);

}  // namespace sanaq::pages
