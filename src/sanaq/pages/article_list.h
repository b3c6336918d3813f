// Articles one below the other, each with its title, its day and its first words.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// Returns the list as markup. `shown` are indices into the view's articles; `root` leads to the
// language's root.
[[nodiscard]] std::string article_list(const PublicView& view,
                                       const std::vector<std::size_t>& shown,
                                       const draw::Voice& voice, const std::string& root);

// Returns the three newest articles for the front page, in markup; "" if there are none.
[[nodiscard]] std::string newest_articles(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
