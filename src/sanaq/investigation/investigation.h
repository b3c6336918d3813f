// The verbs of one investigation, from its folder to its results, that every caller of sanaq uses.
//
// Each verb does what is out of date before it (by the hashes of inputs, settings and version) and
// leaves the rest alone.
#pragma once
#include <string>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Each verb reads the lists anew (docs/decisions/0001), takes up what earlier steps left in .sanaq/
// where it still holds, and does the rest. Throws Error for what ends the job: no investigation, a
// list that cannot be read.
[[nodiscard]] Outcome ingest_lists(const std::string& folder, const Caller& caller);
[[nodiscard]] Outcome link_records(const std::string& folder, const Caller& caller,
                                   const Adjust& adjust = {});
[[nodiscard]] Outcome estimate_total(const std::string& folder, const Caller& caller,
                                     const Adjust& adjust = {});

}  // namespace sanaq::investigation
