// The one gate: what of an investigation may leave it. docs/method/disclosure.md states the rules
// in words.
//
// A cell leaves only where its own list makes its column public. A person has a page only when
// known to be dead: the scope says that all are, or a public date of death of his can be read.
// Headers of columns that are not public, bad cells, refused rows, file names and record ids do not
// leave. Of persons who may be living few figures leave, and rounded: disclose_living.h. Everything in this room but the entry sees a PublicView, never an Outcome.
#pragma once
#include "sanaq/publish/public_view.h"

namespace sanaq::investigation {
struct Outcome;
}

namespace sanaq::publish {

[[nodiscard]] PublicView disclose(const investigation::Outcome& outcome);

// "hospital: Name" for each column that leaves, in the order of lists.
[[nodiscard]] std::vector<std::string> columns_that_leave(const PublicView& view);

}  // namespace sanaq::publish
