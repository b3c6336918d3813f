// The translations' side of the one gate (disclose.h): of an investigation's own texts those leave
// that a page may show, in the languages of the site.
#pragma once
#include "sanaq/investigation/outcome.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Fills `own_texts` of a view that has its languages. A catalogue may hold texts of closed
// statements: only those that own_texts() names leave, and of them no guess of a translator's tool
// and none that is of an older text. Warns of a catalogue in no language of the site.
void disclose_translations(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose
