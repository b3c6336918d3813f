// A page of the case file that would be too large for a slow line is cut into several. Where it is
// cut follows from what is shown and not from the language, so that each part stands in every
// language.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/pages/case_page.h"

namespace sanaq::pages {

// Makes the page, or all its parts (part_path()), and adds them. Each leads to the next, and the
// others back to the first, which alone has the lead. Tables that begin on another part and have an
// anchor are named on the first.
void add_in_parts(const PublicView& view, const CasePage& page, const draw::Voice& voice,
                  std::vector<Page>& pages);

// Returns on which part each of these things begins, on a page that shows them in this order.
[[nodiscard]] std::vector<std::size_t> parts_of_things(const PublicCase& known,
                                                       const std::vector<std::string>& subjects);

// Sets on which part of the page of its kind each act begins (PublicCase::act_parts).
void divide_acts(PublicCase& known);

}  // namespace sanaq::pages
