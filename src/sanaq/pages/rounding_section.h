// Why the figures of a site are rounded, and how far they may be off, in plain words.
#pragma once
#include <string>
#include <vector>

#include "sanaq/pages/page_template.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Whole sentences, in the order in which they are read; none where nothing is rounded.
[[nodiscard]] std::vector<std::string> rounding_in_words(const PublicView& view,
                                                         const draw::Voice& voice);

// Sets `is_rounded` and `rounding`, the sentences.
void set_rounding(Data& data, const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
