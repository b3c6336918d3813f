// /persons/{ID}: what is known of a person, each value with its records.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// GET /persons/{ID}. Any id or address that the person has or had leads there.
[[nodiscard]] http::Response show_person(const Visit& visit, Bench& bench);
// {id, address, name, probability, lists, known [{column, values [{value, read, records,
// mended}]}], records [{record, list, row, identity, cells}], pairs [{left, right, weight_bits,
// probability}]}
[[nodiscard]] http::Response person_as_json(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
