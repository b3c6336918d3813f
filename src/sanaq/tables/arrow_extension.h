// Types that other programs made of plain Arrow types.
#pragma once
#include <string>

#include "sanaq/tables/arrow_abi.h"

namespace sanaq::tables {

// Returns the name of an extension type, such as "pandas.period"; "" of a plain type.
// Source: https://arrow.apache.org/docs/format/CDataInterface.html#c.ArrowSchema.metadata
[[nodiscard]] std::string extension_name(const ArrowSchema& schema);

// Whether the plain value below an extension type is not what its user sees: a month that is stored
// as the number of months since 1970. Texts are what they are, and so is a truth of eight bits.
[[nodiscard]] bool hides_its_value(const ArrowSchema& schema);

}  // namespace sanaq::tables
