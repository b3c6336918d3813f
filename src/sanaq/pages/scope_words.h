// What an investigation counts, in one line.
#pragma once
#include <string>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// "Zhanaozen · 2011-12-16 to 2011-12-31"; "" without any bound.
[[nodiscard]] std::string scope_in_words(const PublicScope& scope, const draw::Voice& voice);

}  // namespace sanaq::pages
