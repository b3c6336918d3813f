// How far a piece of work is, and how it ended.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// Each throws Error{not_found} if there is no such job.
[[nodiscard]] http::Response show_job(const Visit& visit, Bench& bench);
// {id, verb, state, done, total, what, code, began, ended, says}; `what` and `says` are sentences
// in the reader's language.
[[nodiscard]] http::Response job_json(const Visit& visit, Bench& bench);
[[nodiscard]] http::Response stop_job(const Visit& visit, Bench& bench);
// Does once more what a job did that failed, was stopped or is lost.
[[nodiscard]] http::Response begin_again(const Visit& visit, Bench& bench);
// All of them, the newest first.
[[nodiscard]] http::Response show_jobs(const Visit& visit, Bench& bench);

// POST /verify: holds the ledger and the sites against what was entered, as a piece of work whose
// notes have what was found.
[[nodiscard]] http::Response begin_verify(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
