// The sheets of an OpenDocument spreadsheet (ODF 1.2, part 1, 9.1). Our own reader over orcus's XML
// parser: orcus's ODS filter leaves out repeated rows that hold text, and all but the last
// paragraph of a cell.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/tables/spreadsheet.h"

namespace sanaq::tables {

// Throws std::exception of any kind for a damaged file.
[[nodiscard]] std::vector<Sheet> read_ods(std::string_view bytes);

}  // namespace sanaq::tables
