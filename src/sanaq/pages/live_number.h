// The three numbers of a site as one phrase each, for a sentence of an article.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// `which` is "documented", "estimated" (with its interval) or "claimed". Returns "" for another
// word and for a number that the site does not have.
[[nodiscard]] std::string live_number(const PublicView& view, std::string_view which,
                                      const draw::Voice& voice);

// From the lowest to the highest number of a claim in scope; "" if there is none.
[[nodiscard]] std::string claimed_range(const PublicView& view, const draw::Voice& voice);
// "90 % interval: 280 to 460".
[[nodiscard]] std::string interval_words(const estimate::Interval& interval,
                                         const draw::Voice& voice);

}  // namespace sanaq::pages
