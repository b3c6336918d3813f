// /review: the pairs of which nobody but a person can say whether they are one human being, as a
// table to take to a spreadsheet and to bring back.
#pragma once
#include "sanaq/base/message.h"
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /review. With `?entered=N` it says how many decisions were entered just now.
[[nodiscard]] http::Response show_review(const Visit& visit, Bench& bench);
// The same with what is wrong with a table that was brought back.
[[nodiscard]] http::Response show_review_refused(const Visit& visit, Bench& bench,
                                                 const base::Message& problem, int status);
// GET /review.json: report/review_shown.h.
[[nodiscard]] http::Response review_as_json(const Visit& visit, Bench& bench);
// GET /review/table?limit=200&form=xlsx: the file of `sanaq review`.
[[nodiscard]] http::Response take_review_table(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
