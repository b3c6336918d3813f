// Taking away from a published site what must no longer stand there, without publishing anything.
#pragma once
#include <functional>
#include <string>

#include "sanaq/investigation/forget.h"

namespace sanaq::publish {

// Every page and download of a marked site that holds words goes; of what the mark does not list, or
// what is not as it was published, the paths are given. Of a folder without a mark nothing goes.
// Throws Error{io}.
[[nodiscard]] investigation::TakenFromSite remove_words_from_site(
    const std::string& site, const investigation::HoldsWords& holds_words,
    const std::function<void(const investigation::SiteAfter&)>& before);

}  // namespace sanaq::publish
