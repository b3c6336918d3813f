// Why the figures of a site are rounded, and how far they may be off, in plain words.
#pragma once
#include <string>
#include <vector>

#include "sanaq/publish/page_template.h"

namespace sanaq::publish {

// Whole sentences, in the order in which they are read; none where nothing is rounded.
[[nodiscard]] std::vector<std::string> rounding_in_words(const PublicView& view,
                                                         const Voice& voice);

// Sets `is_rounded` and `rounding`, the sentences.
void set_rounding(Data& data, const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish
