// A register from a Splink model: its pairs and weights, and persons as connected components of the
// pairs at or above the threshold, as Splink clusters them.
//
// Weights equal Splink's to 1e-6; on text beyond ASCII Splink on DuckDB up to 2.0.0 compares bytes
// and we compare characters, which a warning says.
#pragma once
#include "sanaq/link/link.h"
#include "sanaq/link/splink_model.h"

namespace sanaq::link {

// Beyond Splink: pairs are joined from the most probable on, and a pair that would break a decision
// or a list free of duplicates is not. A record's probability is that of the weakest pair that
// holds its person together. options.splink_model must be there; what it does not know is learnt,
// and result.splink_model has it.
[[nodiscard]] Result link_as_splink(const record::RecordTable& table, const Options& options,
                                    base::Progress& progress);

[[nodiscard]] Explanation explain_as_splink(const record::RecordTable& table,
                                            const SplinkModel& model, std::uint32_t left,
                                            std::uint32_t right);

}  // namespace sanaq::link
