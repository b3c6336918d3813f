// With what the numbers were made: program, seed, method, and how well it went.
#pragma once
#include "sanaq/pages/page_template.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Program and seed alone, which no record changes.
[[nodiscard]] Data program_facts(const PublicView& view, const draw::Voice& voice);

// Returns a list of objects with `label` and `value`. The day of the run is told by the page about
// the site alone.
[[nodiscard]] Data run_facts(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
