// Who somebody was, in a line: what the lists say first of birth, death, place and work.
#pragma once
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Returns what a cell says; a date and a sex that were read as such in words of the page's
// language.
[[nodiscard]] std::string cell_words(const PublicColumn& column, const PublicCell& cell,
                                     const draw::Voice& voice);

// The day or year of birth in these words; "" if none that can be read is public.
[[nodiscard]] std::string birth_words(const PublicView& view, const PublicPerson& person,
                                      const draw::Voice& voice);

// "Born: 1970 · Date: 16 December 2011 · Zhanaozen · oil worker"; each part isolated. "" if nothing
// of this is public.
[[nodiscard]] std::string who_it_was(const PublicView& view, const PublicPerson& person,
                                     const draw::Voice& voice);

}  // namespace sanaq::pages
