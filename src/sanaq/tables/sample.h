// The first rows of a table as they are: what the header, the width and the kinds of its columns
// are told from.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

using SampledRows = std::vector<std::vector<std::string>>;

// As many as limits.h has, trimmed; `rows` is at its beginning again afterwards.
[[nodiscard]] SampledRows sample_of(RowSource& rows);

// Cells up to the last that holds something.
[[nodiscard]] std::size_t filled_width(const std::vector<std::string>& row);

}  // namespace sanaq::tables
