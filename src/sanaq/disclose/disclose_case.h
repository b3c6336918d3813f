// The case file's side of the one gate (disclose.h).
//
// Everything is made from the public statements alone; of the closed ones no more than their
// existence is asked, so that a reference to a closed thing does not leave.
#pragma once
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Fills the case file; `view` has its persons and inputs already: who has a page there is linked,
// whom a record alone names and who has none stays nameless. Of claims: what they refer to.
void disclose_case(const investigation::Outcome& outcome, const investigation::OpenRegister& shown,
                   pages::PublicView& view);

}  // namespace sanaq::disclose
