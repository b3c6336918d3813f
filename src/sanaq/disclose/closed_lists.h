// Removes from the numbers what would tell which persons with pages are on a list that publishes
// nothing.
#pragma once
#include "sanaq/pages/public_view.h"
#include "sanaq/settings/config.h"

namespace sanaq::disclose {

// If some lists publish columns and others publish nothing, the overlap becomes that of the persons
// with pages, on the lists that they are shown to be on. Not published are the size of a closed
// list, what the estimate says about it by name, and how the number would change without it. The
// number itself is not changed. `overlap = true` under [publish] leaves everything in. Nothing is
// done if all lists publish something, or if none does: then there are no pages that a closed list
// could say anything about.
void withhold_closed_lists(const settings::Config& config, pages::PublicView& view);

}  // namespace sanaq::disclose
