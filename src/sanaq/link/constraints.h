// Reviewers' decisions and lists free of duplicates, as what a register must and may not do.
#pragma once
#include "sanaq/link/options.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/persons.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Records that were decided to be one person become one unit; decisions that contradict each other
// (a person that was also decided to be two) throw Error{bad_input}.
[[nodiscard]] Constraints make_constraints(const record::RecordTable& table, const Options& options,
                                           const std::vector<std::uint32_t>& order);
// The same where the pairs that there are, of the records in this order, are known already.
[[nodiscard]] Constraints make_constraints(const record::RecordTable& table, const Options& options,
                                           const std::vector<std::uint32_t>& order,
                                           PairSpace space);

}  // namespace sanaq::link
