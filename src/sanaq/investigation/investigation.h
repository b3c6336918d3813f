// The commands of one investigation, from its folder to its results, for every caller of sanaq.
//
// Each command first does what is out of date (by the hashes of inputs, settings and version) and
// leaves the rest alone.
#pragma once
#include <string>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Each reads the lists anew (docs/decisions/0001), uses what earlier steps left in .sanaq/ if it is
// still valid, and does the rest. Throws Error if the job cannot be done: there is no
// investigation, or a list cannot be read.
[[nodiscard]] Outcome ingest_lists(const std::string& folder, const Caller& caller);
[[nodiscard]] Outcome link_records(const std::string& folder, const Caller& caller,
                                   const Adjust& adjust = {});
[[nodiscard]] Outcome estimate_total(const std::string& folder, const Caller& caller,
                                     const Adjust& adjust = {});

}  // namespace sanaq::investigation
