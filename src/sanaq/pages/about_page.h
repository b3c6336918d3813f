// Who made this site, with what and when. It is the one page that has the day of the run.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// The text is articles/about.LANG.md, or what the settings say.
[[nodiscard]] Page about_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
