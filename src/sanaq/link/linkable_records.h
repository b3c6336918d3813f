// Which records say enough about who somebody is to be linked at all.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Returns one entry for each record. A record is too poor to link if it has no name and no number
// of its own, and the rest could not tell one person from all others.
[[nodiscard]] std::vector<bool> linkable_records(const record::RecordTable& table, Columns& columns,
                                                 const std::vector<std::uint32_t>& records);

}  // namespace sanaq::link
