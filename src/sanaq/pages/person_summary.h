// Who somebody was, in a line: what the lists say first of birth, death, place and work.
#pragma once
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Returns what a cell says, a date in words of the page's language where it was read as one.
[[nodiscard]] std::string cell_words(const PublicColumn& column, const PublicCell& cell,
                                     const draw::Voice& voice);

// "Born: 1970 · Date: 16 December 2011 · Zhanaozen · oil worker"; each part isolated. "" if nothing
// of this is public.
[[nodiscard]] std::string who_it_was(const PublicView& view, const PublicPerson& person,
                                     const draw::Voice& voice);

}  // namespace sanaq::pages
