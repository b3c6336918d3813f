// /model: what linking has learnt, and by which rules it looked for pairs.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_model(const Visit& visit, Bench& bench);
// {prior_match, prior_within, iterations, converged, recall_lost, rules [{rule, pairs}],
// levels [{column, kind, level, m, u, weight_bits}], values [{column, value, records}],
// rounds [{prior_match, prior_within, is_by_persons}], unreached [{list, records, no_value}]}
[[nodiscard]] http::Response model_as_json(const Visit& visit, Bench& bench);
// GET /model/{TABLE}/{FORM}: "levels", "rules", "unreached", "values", "lost" or "rounds".
[[nodiscard]] http::Response download_model(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
