// A cell as comparisons and keys start from it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Lower case, missing words emptied; what every comparison and key starts from.
[[nodiscard]] std::string plain_value(const record::Column& column, std::uint32_t code);
[[nodiscard]] std::u32string to_letters(std::string_view utf8);

}  // namespace sanaq::link
