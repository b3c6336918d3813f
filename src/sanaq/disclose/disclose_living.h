// The gate for counts of persons who may be living (disclose.h; docs/method/disclosure.md).
//
// Of them these figures leave and no others: persons by the lists that they are on, list sizes and
// the documented range, rounded; the median and the 90 % interval of the chosen method, rounded
// outwards. What is left out is left out of every page, drawing and file, since these are made from
// the view alone; and so a site changes only where a rounded figure does.
#pragma once
#include "sanaq/pages/public_view.h"

namespace sanaq::investigation {
struct Outcome;
}

namespace sanaq::disclose {

// Replaces all of `view` that is counted from the lists. Its lists (in the order of the settings),
// persons with pages and claims stand in it already; `warnings` gets what the publisher should
// know.
void disclose_living(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose
