// Which FIELD a header means, in eight languages, and where the header row is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::tables {

// Returns nullopt for a header that is not a field of ours ("phone"); the column is kept as the
// user's own.
[[nodiscard]] std::optional<record::Field> field_of_header(std::string_view header);

// Returns true if a cell is, letter for letter and in usual case, a header of names ("ФИО",
// "Name").
[[nodiscard]] bool is_header_of_names(std::string_view cell);

// Returns the index of the header row: the first row that names two fields or more, or, if there is
// none, the first that has a cell in most columns. All titles and notes above it are skipped; a
// second table below it is not looked at.
[[nodiscard]] std::size_t find_header_row(const std::vector<std::vector<std::string>>& rows);

}  // namespace sanaq::tables
