// The first rows of a table as they are, from which the header, the width and the kinds of the
// columns are found.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

using SampledRows = std::vector<std::vector<std::string>>;

// Returns as many rows as limits.h allows, trimmed; `rows` is then at its beginning again.
[[nodiscard]] SampledRows sample_of(RowSource& rows);

// Returns the number of cells up to the last that is not empty.
[[nodiscard]] std::size_t filled_width(const std::vector<std::string>& row);

}  // namespace sanaq::tables
