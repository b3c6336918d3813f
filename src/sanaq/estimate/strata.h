// Strata: each is estimated on its own table, then partially pooled, and added up draw by draw.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// One stratum. `table` has its persons in the published register; `sampled` in each sampled
// register, as many for every stratum (if nobody is in the stratum, the table has no cells). All
// tables have the same lists.
struct Stratum {
  std::string name;
  CaptureTable table;
  std::vector<CaptureTable> sampled;
};

// Returns the answer for all strata together, with Summary::strata. A list that did not cover a
// whole stratum is left out of it. `auto`, `lcm` and `dga` have draws that can be added up; with
// other methods there is no total, only an answer for each stratum, and the reason. A stratum that
// fewer than three lists covered has no number, and then there is no total either. A single stratum
// gives the plain answer. Throws what estimate() throws.
[[nodiscard]] Summary estimate_strata(const std::vector<Stratum>& strata, const Options& options,
                                      base::Progress& progress);

// Returns the strata of the published register, ordered by name, each with its tables in the
// sampled registers. Strata that only a sampled register has are added, with nobody in the
// published one.
[[nodiscard]] std::vector<Stratum> with_sampled(std::vector<Stratum> published,
                                                const std::vector<std::vector<Stratum>>& registers);

// Returns one table with all strata.
[[nodiscard]] CaptureTable joined_strata(const std::vector<Stratum>& strata);

}  // namespace sanaq::estimate
