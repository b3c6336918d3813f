// The gate for counts of persons who may be living (disclose.h; docs/method/disclosure.md).
//
// Only these figures about them are published: persons by the lists that they are on, list sizes
// and the documented range, rounded; and the median and the 90 % interval of the chosen method,
// rounded outwards. What is left out is in no page, drawing or file, since these are made from the
// view alone; and so a site changes only if a rounded figure does.
#pragma once
#include "sanaq/pages/public_view.h"

namespace sanaq::investigation {
struct Outcome;
}

namespace sanaq::disclose {

// Replaces everything in `view` that is counted from the lists. `view` must have its lists (in the
// order of the settings), persons with pages and claims already. What the publisher should know is
// added to its `warnings`.
void disclose_living(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose
