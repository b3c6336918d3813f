// A table that was filled in comes back: what each of its rows would do is shown first, then all of
// it is entered as one act.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

inline constexpr std::int64_t answered_table_most_bytes = 32 << 20;

// POST /review/table: nothing is entered. The page that it shows has the answers in its form, so
// that nothing of the table is kept here.
[[nodiscard]] http::Response show_answered_table(const Visit& visit, Bench& bench);
// POST /review/enter: what the page had. Each row is held against the lists and the ledger again,
// as they are now.
[[nodiscard]] http::Response enter_answered_table(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
