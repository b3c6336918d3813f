// /threshold: what every threshold of linking would make, and setting it.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /threshold?at=0.7: the pairs by their probability, and persons and links at each of 200
// steps, from the table that the last count left.
[[nodiscard]] http::Response show_threshold(const Visit& visit, Bench& bench);
// {threshold, persons, steps [{threshold, persons, made, lost}]}; null where there is none.
[[nodiscard]] http::Response threshold_as_json(const Visit& visit, Bench& bench);
// GET /threshold/table/{FORM}
[[nodiscard]] http::Response download_thresholds(const Visit& visit, Bench& bench);
// POST /threshold: `threshold` (0.7, also 0,7), `digest` of the settings that the page saw. Sets
// [link] threshold as one change. 422 with what was typed, 409 where the settings are others.
[[nodiscard]] http::Response use_threshold(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
