// Taking back what was done: a strip with the last changes, each with its *undo*, and the form
// behind it.
#pragma once
#include <string>

#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// Returns the last ten changes in the words of their rows or headers, as a piece of a page that
// comes back to where it stands; "" if there are none or they cannot be read.
[[nodiscard]] std::string undo_strip(const Visit& visit, Bench& bench);

// POST /undo: takes back the change that `name` names, or the last one, and goes to `back`. What
// cannot be taken back is said on a page, with what can be done.
[[nodiscard]] http::Response undo_change(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
