// Terms in prison as lines in time.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/custody.h"
#include "sanaq/draw/time_drawing.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Returns the line of one custody: from the arrest (or the beginning of the term) to the release,
// or to the day for which custody is shown, and from then on what is left of the term. It has no
// stretch if nothing is known of when it began.
[[nodiscard]] draw::TimeRow custody_line(const PublicView& view, const casefile::Custody& custody,
                                         const draw::Voice& voice);

// Returns the drawing of several for wide and for narrow pages; "" if none has a stretch, or if
// there are more than fit on a few screens.
[[nodiscard]] std::string custody_lines(const PublicView& view,
                                        const std::vector<const casefile::Custody*>& custodies,
                                        const std::string& id, const draw::Voice& voice);

}  // namespace sanaq::pages
