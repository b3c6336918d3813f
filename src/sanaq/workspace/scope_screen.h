// Title, languages and whom the investigation counts.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_scope(const Visit& visit, Bench& bench);
// POST: title, languages, from, to, places, status; with `do` = "show" whom they would count, and
// nothing is written.
[[nodiscard]] http::Response post_scope(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
