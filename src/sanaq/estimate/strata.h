// Strata: each estimated on its own table, pooled in part, and added up draw by draw.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// `table`: the stratum's persons in the published register; `sampled`: in each sampled register, as
// many for every stratum (a register in which the stratum has nobody has a table without cells).
// All tables have the same lists.
struct Stratum {
  std::string name;
  CaptureTable table;
  std::vector<CaptureTable> sampled;
};

// The answer for all strata together, with Summary::strata. A list that did not cover a whole
// stratum is left out of it. `auto`, `lcm` and `dga` have draws and can be added up; for the other
// methods each stratum stands alone and there is no total, with the reason. Strata that fewer than
// three lists covered have no number, and then there is no total either. One stratum: the plain
// answer. Throws Error as estimate() does.
[[nodiscard]] Summary estimate_strata(const std::vector<Stratum>& strata, const Options& options,
                                      base::Progress& progress);

// The strata of the published register, each with its tables in the sampled ones, by name. Strata
// that only a sampled register has are added with nobody in the published one.
[[nodiscard]] std::vector<Stratum> with_sampled(std::vector<Stratum> published,
                                                const std::vector<std::vector<Stratum>>& registers);

// All strata in one table.
[[nodiscard]] CaptureTable joined_strata(const std::vector<Stratum>& strata);

}  // namespace sanaq::estimate
