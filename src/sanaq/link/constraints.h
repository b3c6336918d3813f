// Reviewers' decisions and lists free of duplicates, as what a register must and may not do.
#pragma once
#include "sanaq/link/persons.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Records that were decided to be one person become one unit; decisions that contradict each other
// (a person that was also decided to be two) throw Error{bad_input}.
[[nodiscard]] Constraints make_constraints(const record::RecordTable& table, const Options& options,
                                           const std::vector<std::uint32_t>& order);

}  // namespace sanaq::link
