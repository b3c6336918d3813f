// The newest articles as an Atom feed (RFC 4287).
#pragma once
#include <string>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

inline constexpr std::size_t feed_entries_max = 20;

// feed.xml for one language. Articles without a date stand in no feed. Links are relative to the
// feed, so it works from any mirror.
[[nodiscard]] std::string feed(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
