// The case file's side of the one gate (disclose.h).
#pragma once
#include "sanaq/publish/public_view.h"

namespace sanaq::investigation {
struct Outcome;
}

namespace sanaq::publish {

// `view` has its persons already: who has a page there is linked, whom a record alone names and who
// has none stays nameless.
[[nodiscard]] PublicCase disclose_case(const investigation::Outcome& outcome,
                                       const PublicView& view);

}  // namespace sanaq::publish
