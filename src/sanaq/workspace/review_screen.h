// /review: the pairs and groups of records of which nobody but a person can say whether they are
// one human being, one after the other; and the same as a table to take to a spreadsheet and to
// bring back.
#pragma once
#include "sanaq/base/message.h"
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/review_live.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /review. With `?entered=N` it says how many decisions of a table were entered just now; with
// `?weights=TASK` that task comes first, with what linking thinks of it.
[[nodiscard]] http::Response show_review(const Visit& visit, Bench& bench);
// The same as it stands, with this live part. A visit that wants a piece gets the live part alone.
[[nodiscard]] http::Response review_with(const Visit& visit, Bench& bench, const ReviewNow& now,
                                         const LivePart& part, int status);
// The same with what is wrong with a table that was brought back.
[[nodiscard]] http::Response show_review_refused(const Visit& visit, Bench& bench,
                                                 const base::Message& problem, int status);
// GET /review.json: answers/review_shown.h, the queue of `sanaq review --json`.
[[nodiscard]] http::Response review_as_json(const Visit& visit, Bench& bench);
// GET /review/table?limit=200&form=xlsx: the file of `sanaq review`.
[[nodiscard]] http::Response take_review_table(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
