// Reviewers' decisions and lists free of duplicates, as constraints on a register.
#pragma once
#include "sanaq/link/options.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/persons.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Records that were decided to be one person become one unit. Throws Error{bad_input} if decisions
// contradict each other (one person that was also decided to be two).
[[nodiscard]] Constraints make_constraints(const record::RecordTable& table, const Options& options,
                                           const std::vector<std::uint32_t>& order);
// Does the same if the possible pairs, of the records in this order, are known already.
[[nodiscard]] Constraints make_constraints(const record::RecordTable& table, const Options& options,
                                           const std::vector<std::uint32_t>& order,
                                           PairSpace space);

}  // namespace sanaq::link
