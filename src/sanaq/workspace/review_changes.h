// What the last count made of the answers: persons, links and the estimate beside those of the
// count before.
#pragma once
#include <string>

#include "sanaq/workspace/page.h"

namespace sanaq::workspace {

// Returns a piece of the page; "" where there are no two counts that were linked otherwise.
[[nodiscard]] std::string review_changes(const Visit& visit, const std::string& folder);

}  // namespace sanaq::workspace
