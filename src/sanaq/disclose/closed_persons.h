// Removes from the numbers what would tell on which lists persons stand who are closed.
#pragma once
#include "sanaq/disclose/person_rules.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Beside the pages of everybody else the exact overlap would tell who is missing from it, and a
// list's size how many of it are. So the overlap counts the other persons alone, and lists the
// other records. The documented number and the estimate stay what they are. `overlap = true` under
// [publish] leaves the overlap as it is. `view` must have its lists and its overlap, whose lists
// are those of outcome.capture.
void withhold_closed_persons(const investigation::Outcome& outcome, const PersonRules& rules,
                             pages::PublicView& view);

}  // namespace sanaq::disclose
