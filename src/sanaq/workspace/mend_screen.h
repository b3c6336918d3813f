// Mending what nobody could read: what an answer does is shown before it is saved.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// POST: column, text, answer ("means", "dmy", "mdy", "ymd", "nobody", "no_person"), meaning,
// reason; with `do` = "save" and the digest that was shown, it is saved.
[[nodiscard]] http::Response mend_kind(const Visit& visit, Bench& bench);
// POST: row, column, was, value, reason; with `do` = "save" it is entered.
[[nodiscard]] http::Response mend_cell(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
