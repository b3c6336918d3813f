// /persons: whom the lists name, each person once, and the capture table that the number is made
// from.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /persons?page=2: a hundred a page, those first whom most lists name. GET /persons?q=NAME: the
// records that a name of two letters or more finds, before the lists were counted too.
[[nodiscard]] http::Response show_persons(const Visit& visit, Bench& bench);
// {persons [{id, name, date, place, lists, records, probability}], count}: the same page of them;
// with `q` those alone who have it in a name as written, and what the index finds as `found`.
[[nodiscard]] http::Response persons_as_json(const Visit& visit, Bench& bench);
// GET /persons/table/{FORM}: all of them.
[[nodiscard]] http::Response download_persons(const Visit& visit, Bench& bench);
// GET /persons/capture/{FORM}: one row for each combination of lists, with its count.
[[nodiscard]] http::Response download_capture_table(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
