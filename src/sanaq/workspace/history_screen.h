// /history: what was done, by day, in words, with who did it.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_history(const Visit& visit, Bench& bench);
// {entries [{entry, time, who, kind, words, details, taken_back}]}, the newest first.
[[nodiscard]] http::Response history_as_json(const Visit& visit, Bench& bench);
// GET /history/table/{FORM}
[[nodiscard]] http::Response download_history(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
