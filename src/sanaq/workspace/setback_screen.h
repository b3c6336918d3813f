// /review/setback/ENTRY: a decision on more records than a card shows that came up again, as a list
// of its rows, and its answer.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// Changed rows first. Throws Error{not_found} if no decision in force is called so.
[[nodiscard]] http::Response show_setback(const Visit& visit, Bench& bench);
// POST: `do` is "all" or "as_read" (decision_again.h), `seen` what the page had; 409 with the page
// as it is now if a row changed meanwhile.
[[nodiscard]] http::Response answer_setback(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
