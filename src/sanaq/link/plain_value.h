// The text of a cell from which comparisons and keys start.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Returns the cell in lower case, and "" for a word that means "missing".
[[nodiscard]] std::string plain_value(const record::Column& column, std::uint32_t code);
[[nodiscard]] std::u32string to_letters(std::string_view utf8);

}  // namespace sanaq::link
