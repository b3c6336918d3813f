// Finds the columns that are compared: which they are, their kinds, and which only repeat another.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/options.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// `records` is the order of the records (indices into the table).
[[nodiscard]] Columns make_columns(const record::RecordTable& table, const Options& options,
                                   const std::vector<std::uint32_t>& records);

}  // namespace sanaq::link
