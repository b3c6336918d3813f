// The demands of an event or an organisation with their status, for the text of an article.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// `whose` is the id or the name of an event or organisation: what the organisation demanded, or
// what was demanded at the event. As they stand on the day for which the site is made.
[[nodiscard]] std::vector<casefile::DemandOn> demands_of(const PublicView& view,
                                                         std::string_view whose);

// Returns them as a numbered list, in markup; `root` leads to the language's root.
[[nodiscard]] std::string demand_list(const PublicView& view, std::string_view whose,
                                      const draw::Voice& voice, const std::string& root);

}  // namespace sanaq::pages
