// The case file's side of the one gate (disclose.h).
//
// Everything is made from the public statements alone. Of closed statements only their existence is
// asked, so that no reference to a closed thing is published.
#pragma once
#include "sanaq/disclose/person_rules.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Fills the case file of `view`, which must have its persons and inputs already. A person with a
// page is linked to it; one who is named by a record alone and has no page stays nameless. Also
// fills what claims refer to. Of a person whom `rules` close or shorten nothing more leaves.
void disclose_case(const investigation::Outcome& outcome, const investigation::OpenRegister& shown,
                   const PersonRules& rules, pages::PublicView& view);

}  // namespace sanaq::disclose
