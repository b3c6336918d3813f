// The sheets of an Office Open XML workbook (ECMA-376 part 1, 18). Our own reader over orcus's XML
// parser: orcus's XLSX filter leaves out text that stands in the cell itself (t="inlineStr"), which
// many programs write, and the year that days count from.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/tables/spreadsheet.h"

namespace sanaq::tables {

// Throws std::exception of any kind for a damaged file.
[[nodiscard]] std::vector<Sheet> read_xlsx(std::string_view bytes);

// Whether a number format ("dd.mm.yyyy", but not "0.00" or "[Red]#,##0") shows a date.
[[nodiscard]] bool shows_date(std::string_view format_code);

}  // namespace sanaq::tables
