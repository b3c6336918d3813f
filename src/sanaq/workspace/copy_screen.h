// Saving a copy of the whole investigation into a folder that the reader names.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_copy(const Visit& visit, Bench& bench);
// POST /copy with `to`, a whole path.
[[nodiscard]] http::Response begin_copy(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
