// What an investigation counts, in one line.
#pragma once
#include <string>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// "Zhanaozen · 16 December 2011 to 31 December 2011"; "" without any bound.
[[nodiscard]] std::string scope_in_words(const PublicScope& scope, const draw::Voice& voice);

}  // namespace sanaq::pages
