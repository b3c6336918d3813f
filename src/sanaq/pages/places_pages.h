// Places: who is on record there, and what happened there.
#pragma once
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// "places/index.html", "places/index_2.html", … and a page or several for each place. Spellings
// that are the same in Latin letters are one place. The index is there even if nothing has a
// place: has_places() (frame.h) says whether pages lead to it.
[[nodiscard]] std::vector<Page> places_pages(const PublicView& view, const std::vector<Filed>& all,
                                             const draw::Voice& voice);

}  // namespace sanaq::pages
