// What of the numbers would tell who of the persons with pages stands on a list that publishes
// nothing.
#pragma once
#include "sanaq/pages/public_view.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
struct Config;
}

namespace sanaq::disclose {

// Where some lists publish columns and others publish nothing, the overlap is that of the persons
// with pages, on the lists that they are shown to be on; the size of a closed list, what the
// estimate says of it by name, and how the number would change without it stay inside. The number
// itself is left alone. `overlap = true` under [publish] leaves everything. Nothing is done where
// all lists publish something, or none does: then nobody has a page that a closed list could tell
// of.
void withhold_closed_lists(const settings::Config& config, pages::PublicView& view);

}  // namespace sanaq::disclose
