// Which FIELD a header means, in eight languages, and where the header row is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::tables {

// None for a header that is no field of ours ("phone"): the column is kept as the user's own.
[[nodiscard]] std::optional<record::Field> field_of_header(std::string_view header);

// Whether a cell is, letter for letter and in usual case, a header of names ("ФИО", "Name").
[[nodiscard]] bool is_header_of_names(std::string_view cell);

// Index of the header row: the first row that names two fields or more or, where there is none, the
// first row that has a cell in most columns. Titles and notes above it are passed over, however
// many; a second table below it is not looked at.
[[nodiscard]] std::size_t find_header_row(const std::vector<std::vector<std::string>>& rows);

}  // namespace sanaq::tables
