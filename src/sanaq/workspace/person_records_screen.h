// /persons/{ID}/records: the records of a person as a table, each with a box, and why they are
// together.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /persons/{ID}/records.
[[nodiscard]] http::Response show_person_records(const Visit& visit, Bench& bench);
// GET /persons/{ID}/records/{FORM}: the table to keep.
[[nodiscard]] http::Response download_person_records(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
