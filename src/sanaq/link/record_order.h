// An order of records that comes from what they say, so that the answer does not depend on the
// order of rows.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Indices into the table, by a hash of the cells, then list and id. Two records that tie are alike
// in every cell.
[[nodiscard]] std::vector<std::uint32_t> record_order(const record::RecordTable& table);

// Persons of records in that order, back in the table's order and numbered by their first record.
[[nodiscard]] std::vector<std::uint32_t> number_persons(const std::vector<std::uint32_t>& person_of,
                                                        const std::vector<std::uint32_t>& order);

}  // namespace sanaq::link
