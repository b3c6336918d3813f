// A run and its lists as the JSON that programs read: the shapes of --json (design.md 9).
#pragma once
#include "sanaq/investigation/run.h"
#include "sanaq/report/json_parts.h"

namespace sanaq::answers {

using report::Json;

[[nodiscard]] Json ingest_result(const investigation::Outcome& outcome,
                                 const base::Catalog& catalog);
// Returns the JSON of an estimate that was never tried, with the reason.
[[nodiscard]] Json no_estimate_result(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);
[[nodiscard]] Json run_result(const investigation::Run& run, const base::Catalog& catalog);

}  // namespace sanaq::answers
