// The number counted in other ways, beside the one that is quoted: with the records that have no
// name, and without names that may be nobody's.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Returns one capture table for each register, which has the person of each of all.records.
[[nodiscard]] std::vector<estimate::CaptureTable> captures_of_registers(
    const persons::Register& all, const settings::Config& config,
    const std::vector<std::vector<std::uint32_t>>& registers, base::Progress& progress);

// Returns the estimate over registers in which each record without a name is, by chance, a named
// person of the other lists or somebody else (link/drawn_unnamed.h), drawn once for each sampled
// register.
[[nodiscard]] std::optional<estimate::Summary> estimate_with_drawn(const persons::Register& all,
                                                                   const settings::Config& config,
                                                                   base::Progress& progress);

// Returns why the quoted estimate is not usable, if the drawn one is further from it than half the
// width of its interval. For an estimate in strata, the one without strata is compared.
[[nodiscard]] std::optional<base::Message> moved_by_unnamed(const estimate::Summary& quoted,
                                                            const estimate::Summary& drawn);

// Returns what the documented and the estimated number become if `names` name nobody, if one of
// them then changes by more than 2 %. `decisions` are those that link() took.
[[nodiscard]] std::optional<base::Message> counted_without(
    const persons::Register& all, const settings::Config& config, const Number& number,
    const std::set<std::string>& names, const std::vector<link::Decision>& decisions,
    base::Progress& progress);

}  // namespace sanaq::investigation
