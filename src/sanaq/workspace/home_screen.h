// The first screen of an investigation: the number, what to do next, and what waits. It is there
// before any list is read.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_home(const Visit& visit, Bench& bench);

// POST /count: begins the job and leads to its page. Throws Error{conflict} while the lists are
// still being read, and Error{bad_input} naming the list that is not ready.
[[nodiscard]] http::Response begin_count(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
