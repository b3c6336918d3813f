// The number of the last count: how it was made, why it may not be quoted, and what would mend
// that.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_number(const Visit& visit, Bench& bench);
// {made_on, behind, documented {low, high}, estimate, no_estimate}: `estimate` as
// `sanaq estimate --json` has it, or null; `no_estimate` a sentence, or null. null alone before the
// first count.
[[nodiscard]] http::Response number_json(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
