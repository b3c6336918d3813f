// An order of records that depends only on their content, so that the result does not depend on the
// order of rows.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Returns indices into the table, ordered by a hash of the cells, then by list and id. Two records
// that tie are alike in every cell.
[[nodiscard]] std::vector<std::uint32_t> record_order(const record::RecordTable& table);

// Returns the persons of records, given in that order, in the table's order and numbered by their
// first record.
[[nodiscard]] std::vector<std::uint32_t> number_persons(const std::vector<std::uint32_t>& person_of,
                                                        const std::vector<std::uint32_t>& order);

}  // namespace sanaq::link
