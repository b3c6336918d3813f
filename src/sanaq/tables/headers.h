// Which FIELD a header means, in English, Russian and Kazakh, and where the header row is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::tables {

// None for a header that is no field of ours ("phone"): the column is kept as the user's own.
[[nodiscard]] std::optional<record::Field> field_of_header(std::string_view header);

// Index of the header row among the first rows (at most 20 are looked at): the first row that names
// two fields or more or, where there is none, the first row that has a cell in most columns. Titles
// and notes above it are passed over.
[[nodiscard]] std::size_t find_header_row(const std::vector<std::vector<std::string>>& rows);

}  // namespace sanaq::tables
