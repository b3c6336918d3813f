// Removes from a published site what must no longer be there, without publishing anything.
#pragma once
#include <functional>
#include <string>

#include "sanaq/investigation/forget.h"

namespace sanaq::publish {

// Removes every page and download of a marked site for which `holds_words` is true. Returns,
// besides these, the paths of files with the words that the mark does not list or that are not as
// they were published. Removes nothing from a folder without a mark. Throws Error{io}.
[[nodiscard]] investigation::TakenFromSite remove_words_from_site(
    const std::string& site, const investigation::HoldsWords& holds_words,
    const std::function<void(const investigation::SiteAfter&)>& before);

}  // namespace sanaq::publish
